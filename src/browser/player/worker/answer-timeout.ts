/** Time for the answer to the newest order, ms. */
const PATIENCE = 2000;

/** Time for a worker's script to come, ms: on a slow network the page's own way to draw would come no sooner. */
export const LOADING = 8000;

/**
 * Time is counted in pieces, ms, each from a frame on: an iframe out of view has none. One in which the page itself
 * came too late by LATE, or was hidden, does not count.
 */
const PIECE = 250;
const LATE = 50;

/** The parts of a window that are used. */
export interface Clock {
  readonly performance: Pick<Performance, "now">;
  readonly document: Pick<Document, "hidden">;
  readonly requestAnimationFrame: (run: () => void) => number;
  readonly cancelAnimationFrame: (id: number) => void;
  readonly setTimeout: (run: () => void, wait: number) => number;
  readonly clearTimeout: (id: number) => void;
}

interface CountingPage {
  readonly view: Clock;
  readonly signal: AbortSignal;
}

export interface AnswerTimeout {
  /** Expects an answer to an order; `extra` ms are the order's own. */
  readonly expect: (extra?: number) => void;
  readonly clear: () => void;
}

/** Calls `lose` when an order stays without an answer on a device that has time to draw. */
export function createAnswerTimeout({ view, signal }: CountingPage, lose: () => void): AnswerTimeout {
  let left = Infinity;
  let frame = 0;
  let timer = 0;

  function count(): void {
    frame = view.requestAnimationFrame(() => {
      const begun = view.performance.now();
      timer = view.setTimeout(() => end(begun), PIECE);
    });
  }

  function end(begun: number): void {
    frame = 0;
    const late = view.performance.now() - begun - PIECE > LATE;
    if (!late && !view.document.hidden) left -= PIECE;
    if (left === Infinity) return;
    if (left > 0) count();
    else lose();
  }

  signal.addEventListener("abort", () => {
    view.cancelAnimationFrame(frame);
    view.clearTimeout(timer);
  });
  return {
    expect(extra = 0) {
      left = PATIENCE + extra;
      if (frame === 0) count();
    },
    clear() {
      left = Infinity;
    },
  };
}
