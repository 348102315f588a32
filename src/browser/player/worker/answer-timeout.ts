import type { Mount } from "../../lib/defer.ts";

/** Time for the answer to the newest order, ms. */
const PATIENCE = 2000;

/** Time for a worker's script to come, ms: on a slow network the page's own way to draw would come no sooner. */
export const LOADING = 8000;

/** Time is counted in pieces, ms. One in which the page itself came too late by LATE, or was hidden, does not count. */
const PIECE = 250;
const LATE = 50;

export interface AnswerTimeout {
  /** Expects an answer to an order; `extra` ms are the order's own. */
  readonly expect: (extra?: number) => void;
  readonly answered: () => void;
}

/** Calls `lose` when an order stays without an answer on a device that has time to draw. */
export function createAnswerTimeout({ view, signal }: Mount, lose: () => void): AnswerTimeout {
  let left = Infinity;
  let timer = 0;

  function count(): void {
    const begun = view.performance.now();
    timer = view.setTimeout(() => {
      timer = 0;
      const late = view.performance.now() - begun - PIECE > LATE;
      if (!late && !view.document.hidden) left -= PIECE;
      if (left === Infinity) return;
      if (left > 0) count();
      else lose();
    }, PIECE);
  }

  signal.addEventListener("abort", () => view.clearTimeout(timer));
  return {
    expect(extra = 0) {
      left = PATIENCE + extra;
      if (timer === 0) count();
    },
    answered() {
      left = Infinity;
    },
  };
}
