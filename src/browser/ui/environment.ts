import type { Mount } from "../lib/defer.ts";
import type { PlayerEnvironment } from "../player/player.ts";
import { windowScrollSource } from "../player/scroll-source.ts";
import { type SafeHistory, safeHistory } from "./history.ts";
import { safeStorage, type Store } from "./storage.ts";

export function mediaPreferences({ view, signal }: Mount): Pick<PlayerEnvironment, "theme" | "motion" | "onChange"> {
  const dark = view.matchMedia("(prefers-color-scheme: dark)");
  const still = view.matchMedia("(prefers-reduced-motion: reduce)");
  return {
    theme: () => (dark.matches ? "night" : "day"),
    motion: () => (still.matches ? "reduced" : "full"),
    onChange(heard) {
      dark.addEventListener("change", heard, { signal });
      still.addEventListener("change", heard, { signal });
    },
  };
}

export interface PageEnvironment extends PlayerEnvironment {
  readonly device: Store;
  readonly tab: Store;
  readonly address: SafeHistory;
  readonly isReturning: boolean;
  readonly isReload: boolean;
  readonly now: () => number;
}

export function browserEnvironment(mount: Mount): PageEnvironment {
  const { view, signal } = mount;
  const load = view.performance.getEntriesByType("navigation")[0];
  const type = load instanceof PerformanceNavigationTiming ? load.type : "navigate";
  return {
    ...mediaPreferences(mount),
    view,
    signal,
    scroll: windowScrollSource(mount.view),
    device: safeStorage(() => view.localStorage),
    tab: safeStorage(() => view.sessionStorage),
    address: safeHistory(view),
    isReturning: type === "reload" || type === "back_forward",
    isReload: type === "reload",
    now: () => Date.now(),
  };
}
