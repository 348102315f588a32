import { createElement } from "../../lib/dom.ts";

export interface StageLayer {
  readonly element: HTMLElement;
  /** Moves the layer to the end of a step and over the stage, and shows it. Measures, so call it only at rest. */
  readonly showIn: (step: HTMLElement) => void;
}

/** Creates a box at the stage's corner that is part of a step, and so of its order for keys, and not of the stage. */
export function createStageLayer(stage: SVGSVGElement, name: string): StageLayer {
  const element = createElement(stage.ownerDocument, "div", { class: `stage-layer ${name}`, hidden: true });
  return {
    element,
    showIn(step) {
      step.append(element);
      element.hidden = false;
      // The layer's containing block depends on styles: offset it to the stage.
      element.style.translate = "none";
      const [at, held] = [stage.getBoundingClientRect(), element.getBoundingClientRect()];
      element.style.translate = `${at.left - held.left}px ${at.top - held.top}px`;
    },
  };
}
