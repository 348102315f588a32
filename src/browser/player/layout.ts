import type { Size } from "../../core/model/picture.ts";
import { NAV_MARGIN, roomySize } from "../../core/model/size.ts";
import type { Mount } from "../lib/defer.ts";
import type { StepObserverMaker } from "./easel.ts";
import type { ScrollSource } from "./scroll-source.ts";

export interface Layout {
  /** Scroll offsets, in px, at which each step's top (and the last step's bottom) reaches the viewport's top. */
  readonly edges: readonly number[];
  /** Distance from the viewport's top, px, of the line whose step is the current one. */
  readonly line: number;
  /** Size of the picture on the stage, in its own px. */
  readonly stage: Size;
}

export interface PlayerElements {
  readonly steps: readonly HTMLElement[];
  readonly stage: SVGSVGElement;
  /** Empty element whose offset from the stage's top, set in CSS, gives `Layout.line`. */
  readonly line: HTMLElement;
}

/** Forces layout, so call it only when something may have moved. */
export function measureLayout(parts: PlayerElements, scroll: ScrollSource): Layout {
  const y = scroll.y();
  const boxes = parts.steps.map((step) => step.getBoundingClientRect());
  const edges = boxes.map((box) => box.top + y);
  const end = boxes.at(-1);
  const box = parts.stage.getBoundingClientRect();
  const style = getComputedStyle(parts.stage);
  return {
    edges: [...edges, end === undefined ? 0 : end.bottom + y],
    line: scroll.top + parts.line.offsetTop,
    stage: roomySize({
      width: Math.round(box.width),
      height: Math.round(box.height),
      untitled: style.getPropertyValue("--title").trim() === "beside",
      navMargin: Number.parseFloat(style.getPropertyValue("--nav-margin")) || NAV_MARGIN,
    }),
  };
}

interface LayoutEvents {
  /** The reader may have moved. */
  readonly onMove: () => void;
  /** Sizes have changed: comes before any frame with them. */
  readonly onResize: () => void;
  /** The page can be measured again. */
  readonly onLayout: () => void;
}

export function observeLayout(
  parts: PlayerElements,
  { view, scroll, signal }: Mount & { readonly scroll: ScrollSource },
  createStepObserver: StepObserverMaker | null,
  { onMove, onResize, onLayout }: LayoutEvents,
): void {
  const passing = createStepObserver?.(parts.steps, onMove);

  function layout(): void {
    onLayout();
    passing?.restart(scroll.top + parts.line.offsetTop);
  }

  // Observers created in a resize callback are reported as a ResizeObserver loop: layout() waits for a frame, and
  // scrollama, which creates one for each resized step, is stopped before its own callback.
  let frame = 0;
  const observer = new ResizeObserver(() => {
    onResize();
    passing?.stop();
    view.cancelAnimationFrame(frame);
    frame = view.requestAnimationFrame(layout);
  });
  observer.observe(parts.stage);
  for (const step of parts.steps) observer.observe(step);
  scroll.onScroll(onMove, signal);
  view.addEventListener("resize", layout, { signal });
  view.addEventListener("pageshow", layout, { signal });
  view.document.addEventListener("visibilitychange", onMove, { signal });
  signal.addEventListener("abort", () => {
    observer.disconnect();
    view.cancelAnimationFrame(frame);
    passing?.stop();
  });
}
