import type { Mount } from "../../lib/defer.ts";
import { createElement } from "../../lib/dom.ts";
import type { FactEntries } from "./fact-entries.ts";

/** Rest of a picture before a layer is placed over it, ms: nothing is measured while it moves. */
const PAUSE = 160;

export interface StageLayer {
  readonly element: HTMLElement;
  /** Moves the layer behind a step and over the stage, and shows it. Measures, so call it only at rest. */
  readonly showIn: (step: HTMLElement) => void;
}

/** The last layer behind a step, or the step itself. */
function lastBehind(step: Element): Element {
  const next = step.nextElementSibling;
  return next?.classList.contains("stage-layer") === true ? lastBehind(next) : step;
}

/** Creates a box at the stage's corner that keys reach after a step, and not with the stage. */
export function createStageLayer(stage: SVGSVGElement, name: string): StageLayer {
  const element = createElement(stage.ownerDocument, "div", { class: `stage-layer ${name}`, hidden: true });
  return {
    element,
    showIn(step) {
      // A step may leave out its layout, and then contains what is fixed; behind the cover there is no room.
      if (step.classList.contains("cover")) step.append(element);
      else {
        element.remove();
        lastBehind(step).after(element);
      }
      element.hidden = false;
      // The layer's containing block depends on styles: offset it to the stage.
      element.style.translate = "none";
      const [at, held] = [stage.getBoundingClientRect(), element.getBoundingClientRect()];
      element.style.translate = `${at.left - held.left}px ${at.top - held.top}px`;
    },
  };
}

/**
 * Hides a layer while the picture moves and calls `place` once it rests and the entries are loaded, or cannot be. The
 * returned function takes the step that rests, or null.
 */
export function placeAtRest<At extends { readonly step: string }>(
  stage: SVGSVGElement,
  { element }: StageLayer,
  entries: FactEntries,
  { view, signal }: Mount,
  place: (at: At) => void,
): (at: At | null) => void {
  let timer = 0;
  let standing = "";
  signal.addEventListener("abort", () => {
    view.clearTimeout(timer);
    element.remove();
  });

  function rest(at: At, step: string): void {
    if (entries.isLoaded()) return place(at);
    void entries.load().then(() => {
      if (standing === step && !signal.aborted) place(at);
    });
  }

  return (at) => {
    const next = at === null ? "" : `${at.step} ${stage.getAttribute("viewBox")}`;
    if (next === standing) return;
    standing = next;
    view.clearTimeout(timer);
    element.hidden = true;
    if (at !== null) timer = view.setTimeout(() => rest(at, next), PAUSE);
  };
}
