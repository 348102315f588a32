import { clock } from "../drive/clock.ts";
import type { Env } from "../drive/drive.ts";
import { scrolling } from "../drive/scrolling.ts";
import { type Door, door } from "./door.ts";
import { settings } from "./settings.ts";
import { type Store, store } from "./storage.ts";

/** What the surroundings of a whole page say, beyond what its pictures need. */
export interface Surroundings extends Env {
  /** Kept on this device. */
  readonly device: Store;
  /** Kept for this tab, as long as it is open. */
  readonly tab: Store;
  readonly address: Door;
  /** Whether this load comes back to a page left before: a reload, or back and forward. */
  readonly again: boolean;
  /** Whether it is a reload. */
  readonly reloaded: boolean;
  /** ms since 1970. */
  readonly now: () => number;
}

/** What the browser says. */
export function env(view: Window): Surroundings {
  const load = view.performance.getEntriesByType("navigation")[0];
  const type = load instanceof PerformanceNavigationTiming ? load.type : "navigate";
  return {
    ...settings(view),
    view,
    scroll: scrolling(view),
    clock,
    device: store(() => view.localStorage),
    tab: store(() => view.sessionStorage),
    address: door(view),
    again: type === "reload" || type === "back_forward",
    reloaded: type === "reload",
    now: () => Date.now(),
  };
}
