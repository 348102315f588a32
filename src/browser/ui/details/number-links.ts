import type { Box } from "../../../core/model/picture.ts";
import { SOURCE_OF } from "../../../core/model/strings.ts";
import { NAV_WIDTH } from "../../../core/picture/header.ts";
import type { Mount } from "../../lib/defer.ts";
import { createElement } from "../../lib/dom.ts";
import { type DrawnFact, factCell, findDrawnFacts } from "./drawn-facts.ts";
import { hitAreas } from "./hit-areas.ts";
import { createStageLayer } from "./stage-layer.ts";

// Touch target, px; rest of a picture before its links are placed, ms: nothing is measured while it moves.
const FINGER = 44;
const PAUSE = 160;

/**
 * Places links after their step's text in the DOM, for keyboard order. The returned function takes the id of the step
 * that rests, or null.
 */
export function createNumberLinks(
  root: ParentNode,
  stage: SVGSVGElement,
  { view, signal }: Mount,
): (step: string | null) => void {
  const { ownerDocument: page } = stage;
  const { element: layer, showIn } = createStageLayer(stage, "number-links");
  let timer = 0;
  let standing = "";

  function link({ fact, entry, box }: DrawnFact, target: Box): HTMLAnchorElement {
    const made = createElement(page, "a", {
      class: entry ? "number-link label-link" : "number-link",
      href: `#fact-${fact}`,
      "data-fact": fact,
      "aria-label": `${factCell(root, fact, "what")} ${factCell(root, fact, "value")}${SOURCE_OF}`,
    });
    const { style } = made;
    style.left = `${target.x}px`;
    style.top = `${target.y}px`;
    style.width = `${target.width}px`;
    style.height = `${target.height}px`;
    const [right, bottom] = [
      target.x + target.width - box.x - box.width,
      target.y + target.height - box.y - box.height,
    ];
    style.padding = [box.y - target.y, right, bottom, box.x - target.x].map((side) => `${side}px`).join(" ");
    return made;
  }

  function place(step: string): void {
    const section = root.querySelector<HTMLElement>(`.step[data-step="${step}"][data-facts]`);
    if (section === null) return;
    const drawn = findDrawnFacts(stage, section, root);
    const { width, height } = stage.getBoundingClientRect();
    const bounds = { x: 0, y: 0, width: width - NAV_WIDTH, height };
    const targets = hitAreas(
      drawn.map(({ box }) => box),
      bounds,
      FINGER,
    );
    layer.replaceChildren(...drawn.map((fact, index) => link(fact, targets[index] ?? fact.box)));
    showIn(section);
  }

  signal.addEventListener("abort", () => {
    view.clearTimeout(timer);
    layer.remove();
  });
  return (step) => {
    const next = step === null ? "" : `${step} ${stage.getAttribute("viewBox")}`;
    if (next === standing) return;
    standing = next;
    view.clearTimeout(timer);
    layer.hidden = true;
    if (step !== null) timer = view.setTimeout(() => place(step), PAUSE);
  };
}
