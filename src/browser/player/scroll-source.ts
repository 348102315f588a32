import type { Mount } from "../lib/defer.ts";

export interface ScrollSource {
  /** In px: grows by one as the story moves up by one pixel. */
  readonly y: () => number;
  readonly to: (y: number) => void;
  readonly top: number;
  readonly onScroll: (heard: () => void) => void;
}

export function windowScrollSource({ view, signal }: Mount): ScrollSource {
  return {
    y: () => view.scrollY,
    to: (top) => view.scrollTo({ top, behavior: "instant" }),
    top: 0,
    onScroll(heard) {
      view.addEventListener("scroll", heard, { passive: true, signal });
    },
  };
}
