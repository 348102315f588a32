/** What a reader scrolls, seen from the story. */
export interface ScrollSource {
  /** How far the reader has scrolled, px: what grows by a pixel when the story goes up by one. */
  readonly y: () => number;
  /** Scrolls there at once. */
  readonly to: (y: number) => void;
  /** From the window's upper edge to where the stage stands, px. */
  readonly top: number;
  /** Whether steps may be observed as well: scrollama leaves a listener on the document that nothing removes. */
  readonly observed: boolean;
  /** Calls back when the reader may have scrolled; returns its undo. */
  readonly onScroll: (heard: () => void) => () => void;
}

/** A window that shows nothing but the story. */
export function windowScrollSource(view: Window): ScrollSource {
  return {
    y: () => view.scrollY,
    to: (top) => view.scrollTo({ top, behavior: "instant" }),
    top: 0,
    observed: true,
    onScroll(heard) {
      view.addEventListener("scroll", heard, { passive: true });
      return () => view.removeEventListener("scroll", heard);
    },
  };
}
