import type { PlayerEnvironment } from "../player/player.ts";
import { windowScrollSource } from "../player/scroll-source.ts";
import { createTween } from "../player/tween.ts";
import { type SafeHistory, safeHistory } from "./history.ts";
import { safeStorage, type Store } from "./storage.ts";

/** The reader's own settings, heard from the browser. */
export function mediaPreferences(view: Window): Pick<PlayerEnvironment, "theme" | "motion" | "onChange"> {
  const dark = view.matchMedia("(prefers-color-scheme: dark)");
  const still = view.matchMedia("(prefers-reduced-motion: reduce)");
  return {
    theme: () => (dark.matches ? "night" : "day"),
    motion: () => (still.matches ? "reduced" : "full"),
    onChange(heard) {
      dark.addEventListener("change", heard);
      still.addEventListener("change", heard);
      return () => {
        dark.removeEventListener("change", heard);
        still.removeEventListener("change", heard);
      };
    },
  };
}

/** What the surroundings of a whole page say, beyond what its pictures need. */
export interface PageEnvironment extends PlayerEnvironment {
  /** Kept on this device. */
  readonly device: Store;
  /** Kept for this tab, as long as it is open. */
  readonly tab: Store;
  readonly address: SafeHistory;
  /** Whether this load comes back to a page left before: a reload, or back and forward. */
  readonly isReturning: boolean;
  /** Whether it is a reload. */
  readonly isReload: boolean;
  /** ms since 1970. */
  readonly now: () => number;
}

/** What the browser says. */
export function browserEnvironment(view: Window): PageEnvironment {
  const load = view.performance.getEntriesByType("navigation")[0];
  const type = load instanceof PerformanceNavigationTiming ? load.type : "navigate";
  return {
    ...mediaPreferences(view),
    view,
    scroll: windowScrollSource(view),
    clock: createTween,
    device: safeStorage(() => view.localStorage),
    tab: safeStorage(() => view.sessionStorage),
    address: safeHistory(view),
    isReturning: type === "reload" || type === "back_forward",
    isReload: type === "reload",
    now: () => Date.now(),
  };
}
