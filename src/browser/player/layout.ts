import scrollama, { type Scroller } from "scrollama";
import type { ScrollSource } from "./scroll-source.ts";

/** What the page looked like when it was last measured. */
export interface Layout {
  /** Where each step's top and the last step's bottom are, as far down as the reader scrolls to bring them to the window's upper edge, px. */
  readonly edges: readonly number[];
  /** Distance of the deciding line from the top of the viewport, px. */
  readonly line: number;
  readonly width: number;
  readonly height: number;
}

export interface PlayerElements {
  readonly steps: readonly HTMLElement[];
  /** Its size is the size of every picture. */
  readonly stage: SVGSVGElement;
  /** An empty element in the stage whose offset from the stage's top is the deciding line; style decides where. */
  readonly line: HTMLElement;
}

/** Reads the geometry; forces layout, so it is called only when something may have moved. */
export function measureLayout(parts: PlayerElements, scroll: ScrollSource): Layout {
  const y = scroll.y();
  const boxes = parts.steps.map((step) => step.getBoundingClientRect());
  const edges = boxes.map((box) => box.top + y);
  const end = boxes.at(-1);
  const box = parts.stage.getBoundingClientRect();
  return {
    edges: [...edges, end === undefined ? 0 : end.bottom + y],
    line: scroll.top + parts.line.offsetTop,
    width: Math.round(box.width),
    height: Math.round(box.height),
  };
}

/**
 * Wakes its listener: `onMove` when the reader may have moved, `onLayout` when the page may have changed shape.
 * scrollama tells that a step was entered; the listener must ask the geometry which, since its events can come late or out of order.
 */
export function observeLayout(
  parts: PlayerElements,
  { view, scroll }: { readonly view: Window; readonly scroll: ScrollSource },
  onMove: () => void,
  onLayout: () => void,
): () => void {
  let scroller: Scroller | null = null;

  function layout(): void {
    onLayout();
    if (!scroll.observed) return;
    scroller?.destroy();
    scroller = scrollama()
      .setup({ step: parts.steps, offset: `${scroll.top + parts.line.offsetTop}px` })
      .onStepEnter(onMove)
      .onStepExit(onMove);
  }

  // In a frame of its own: what is built here observes too, and a browser calls that a loop within the same one.
  let frame = 0;
  const observer = new ResizeObserver(() => (frame = view.requestAnimationFrame(layout)));
  observer.observe(parts.stage);
  for (const step of parts.steps) observer.observe(step);
  const unscroll = scroll.onScroll(onMove);
  view.addEventListener("resize", layout);
  view.addEventListener("pageshow", layout);
  view.document.addEventListener("visibilitychange", onMove);
  return () => {
    observer.disconnect();
    view.cancelAnimationFrame(frame);
    unscroll();
    view.removeEventListener("resize", layout);
    view.removeEventListener("pageshow", layout);
    view.document.removeEventListener("visibilitychange", onMove);
    scroller?.destroy();
  };
}
