import scrollama, { type Scroller } from "scrollama";
import type { StepObserverMaker } from "./easel.ts";

/**
 * Calls `setUp` without the scroll listener that each of scrollama's setups leaves on the document for ever: it only
 * keeps the direction of a scroll, which nobody here reads.
 */
function withoutDocumentListeners<T>(setUp: () => T): T {
  const own = Object.getOwnPropertyDescriptor(document, "addEventListener");
  Object.defineProperty(document, "addEventListener", { configurable: true, value: () => undefined });
  try {
    return setUp();
  } finally {
    Reflect.deleteProperty(document, "addEventListener");
    if (own !== undefined) Object.defineProperty(document, "addEventListener", own);
  }
}

/** Calls `onMove` by scrollama's events, which can be late or out of order: measure the position then. */
export const createStepObserver: StepObserverMaker = (steps, onMove) => {
  let scroller: Scroller | null = null;

  function stop(): void {
    scroller?.destroy();
    scroller = null;
  }

  return {
    stop,
    restart(line) {
      stop();
      // Only a new setup measures the steps; one that is set up again would observe them in its own resize callback.
      scroller = withoutDocumentListeners(() => scrollama().setup({ step: steps, offset: `${line}px` }))
        .onStepEnter(onMove)
        .onStepExit(onMove);
    },
  };
};
