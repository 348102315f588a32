import type { Box } from "../../../core/model/picture.ts";
import { SOURCE_OF } from "../../../core/model/strings.ts";
import { NAV_WIDTH } from "../../../core/model/size.ts";
import type { Mount } from "../../lib/defer.ts";
import { createElement } from "../../lib/dom.ts";
import { type DrawnFact, findDrawnFacts } from "./drawn-facts.ts";
import { type FactEntries, factText } from "./fact-entries.ts";
import { hitAreas } from "./hit-areas.ts";
import { createStageLayer, placeAtRest } from "./stage-layer.ts";

/** Touch target, px. */
const FINGER = 44;

/**
 * Places links after their step's text in the DOM, for keyboard order. The returned function takes the step that rests,
 * or null.
 */
export function createNumberLinks(
  root: ParentNode,
  stage: SVGSVGElement,
  entries: FactEntries,
  mount: Mount,
): (at: { readonly step: string } | null) => void {
  const { ownerDocument: page } = stage;
  const layer = createStageLayer(stage, "number-links");

  function link({ fact, entry, box }: DrawnFact, target: Box): HTMLAnchorElement {
    const made = createElement(page, "a", {
      class: entry ? "number-link label-link" : "number-link",
      href: entries.href(`fact-${fact}`),
      "data-fact": fact,
      "aria-label": `${factText(entries, fact, "what")} ${factText(entries, fact, "value")}${SOURCE_OF}`,
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

  function place({ step }: { readonly step: string }): void {
    const section = root.querySelector<HTMLElement>(`.step[data-step="${step}"][data-facts]`);
    if (section === null || !entries.isLoaded()) return;
    const drawn = findDrawnFacts(stage, section, entries);
    const { width, height } = stage.getBoundingClientRect();
    const bounds = { x: 0, y: 0, width: width - NAV_WIDTH, height };
    const targets = hitAreas(
      drawn.map(({ box }) => box),
      bounds,
      FINGER,
    );
    layer.element.replaceChildren(...drawn.map((fact, index) => link(fact, targets[index] ?? fact.box)));
    layer.showIn(section);
  }

  return placeAtRest(stage, layer, entries, mount, place);
}
