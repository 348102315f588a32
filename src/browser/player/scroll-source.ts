export interface ScrollSource {
  /** In px: grows by one as the story moves up by one pixel. */
  readonly y: () => number;
  readonly to: (y: number) => void;
  readonly top: number;
  readonly onScroll: (heard: () => void, until: AbortSignal) => void;
}

export function windowScrollSource(view: Window): ScrollSource {
  return {
    y: () => view.scrollY,
    to: (top) => view.scrollTo({ top, behavior: "instant" }),
    top: 0,
    onScroll(heard, until) {
      view.addEventListener("scroll", heard, { passive: true, signal: until });
    },
  };
}
