import type { Box } from "../../../core/model/picture.ts";
import { SOURCE_OF } from "../../../core/model/strings.ts";
import { type FactText, matchFacts } from "../../../core/picture/fact-numbers.ts";
import { NAV_WIDTH } from "../../../core/picture/header.ts";
import type { Mount } from "../../lib/defer.ts";
import { createElement } from "../../lib/dom.ts";
import { hitAreas } from "./hit-areas.ts";

// Touch target, and distance from the digits to the underline, px; rest of a picture before its links are placed, ms:
// nothing is measured while it moves.
const FINGER = 44;
const FOOT = 4;
const PAUSE = 160;

interface Found {
  readonly fact: string;
  /** True for a label that stands for a fact, false for a printed number. */
  readonly entry: boolean;
  readonly box: Box;
}

/** Measures from the baseline: the font's own box is far taller than its digits. */
function boxOf(node: SVGTextElement, from: number, to: number): Box {
  const size = Number(node.getAttribute("font-size"));
  const [start, end] = [node.getStartPositionOfChar(from), node.getEndPositionOfChar(to - 1)];
  return { x: start.x, y: start.y - size * 0.8, width: end.x - start.x, height: size * 0.85 + FOOT };
}

function found(stage: SVGSVGElement, facts: readonly FactText[]): readonly Found[] {
  return [...stage.querySelectorAll("text")].flatMap((node) => {
    const { textContent: text } = node;
    if (node.dataset["role"] === "axis" || Number(node.getAttribute("opacity") ?? 1) < 0.5) return [];
    const named = node.dataset["fact"];
    const figures = named === undefined ? matchFacts(text, facts) : [{ from: 0, to: text.length, fact: named }];
    return figures.flatMap(({ from, to, fact }) =>
      fact === null ? [] : [{ fact, entry: named !== undefined, box: boxOf(node, from, to) }],
    );
  });
}

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
  const layer = createElement(page, "div", { class: "number-links", hidden: true });
  let timer = 0;
  let standing = "";

  function cell(fact: string, name: string): string {
    return root.querySelector(`#fact-${fact} .${name}`)?.textContent ?? "";
  }

  function link({ fact, entry, box }: Found, target: Box): HTMLAnchorElement {
    const made = createElement(page, "a", {
      class: entry ? "number-link label-link" : "number-link",
      href: `#fact-${fact}`,
      "aria-label": `${cell(fact, "what")} ${cell(fact, "value")}${SOURCE_OF}`,
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
    const section = root.querySelector<HTMLElement>(`.step[data-step="${step}"]`);
    const ids = section?.dataset["facts"];
    if (section === null || ids === undefined) return;
    const texts = found(
      stage,
      ids.split(" ").map((id) => ({ id, text: cell(id, "value") })),
    );
    const { left, top, width, height } = stage.getBoundingClientRect();
    const bounds = { x: 0, y: 0, width: width - NAV_WIDTH, height };
    const targets = hitAreas(
      texts.map(({ box }) => box),
      bounds,
      FINGER,
    );
    layer.replaceChildren(...texts.map((text, index) => link(text, targets[index] ?? text.box)));
    section.append(layer);
    layer.hidden = false;
    // The layer's containing block depends on styles: offset it to the stage.
    layer.style.translate = "none";
    const held = layer.getBoundingClientRect();
    layer.style.translate = `${left - held.left}px ${top - held.top}px`;
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
