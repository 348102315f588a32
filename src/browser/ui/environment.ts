import type { PlayerEnvironment } from "../player/player.ts";
import { windowScrollSource } from "../player/scroll-source.ts";
import { createTween } from "../player/tween.ts";
import { type SafeHistory, safeHistory } from "./history.ts";
import { safeStorage, type Store } from "./storage.ts";

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

export interface PageEnvironment extends PlayerEnvironment {
  readonly device: Store;
  readonly tab: Store;
  readonly address: SafeHistory;
  /** True after a reload or a back/forward navigation. */
  readonly isReturning: boolean;
  readonly isReload: boolean;
  /** ms since 1970. */
  readonly now: () => number;
}

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
