import type { Box } from "../../../core/model/picture.ts";
import { type FactText, matchFacts } from "../../../core/picture/fact-numbers.ts";
import { NAV_WIDTH } from "../../../core/picture/header.ts";
import { hitAreas } from "./hit-areas.ts";

/** What a finger needs, px. */
const FINGER = 44;
/** From a baseline, below what little of a figure descends, to the line under it, px. */
const FOOT = 4;
/** A picture must stand this long before its numbers can be pressed, ms: nothing is measured while it moves. */
const PAUSE = 160;

/** The numbers of the picture that stands, as links over it. */
export interface NumberLinks {
  /** To be called after every frame: the step whose picture is at rest, or null while one moves. */
  readonly shown: (step: string | null) => void;
  readonly stop: () => void;
}

interface Found {
  readonly fact: string;
  /** Words that stand for a fact, not a number that prints it. */
  readonly entry: boolean;
  readonly box: Box;
}

/** The part of a drawn text from character `from` to `to`, by its baseline: the box of a font is far taller than its figures. */
function boxOf(node: SVGTextElement, from: number, to: number): Box {
  const size = Number(node.getAttribute("font-size"));
  const [start, end] = [node.getStartPositionOfChar(from), node.getEndPositionOfChar(to - 1)];
  return { x: start.x, y: start.y - size * 0.8, width: end.x - start.x, height: size * 0.85 + FOOT };
}

/** The texts of a stage that print one of `facts`, or say themselves which they stand for. */
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
 * Lays a link over every number of the picture at rest. The links stand after their step's text, where a keyboard meets them next;
 * they are placed once a picture stands, and are away while one moves.
 */
export function createNumberLinks(root: ParentNode, stage: SVGSVGElement, view: Window): NumberLinks {
  const { ownerDocument: page } = stage;
  const layer = page.createElement("div");
  layer.className = "number-links";
  layer.hidden = true;
  let timer = 0;
  let standing = "";

  function cell(fact: string, name: string): string {
    return root.querySelector(`#fact-${fact} .${name}`)?.textContent ?? "";
  }

  function link({ fact, entry, box }: Found, target: Box): HTMLAnchorElement {
    const made = page.createElement("a");
    made.className = entry ? "number-link label-link" : "number-link";
    made.href = `#fact-${fact}`;
    made.setAttribute("aria-label", `${cell(fact, "what")} ${cell(fact, "value")} 的出处`);
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
    // Wherever style holds the layer, it goes from there to the stage.
    layer.style.translate = "none";
    const held = layer.getBoundingClientRect();
    layer.style.translate = `${left - held.left}px ${top - held.top}px`;
  }

  return {
    shown(step) {
      const next = step === null ? "" : `${step} ${stage.getAttribute("viewBox")}`;
      if (next === standing) return;
      standing = next;
      view.clearTimeout(timer);
      layer.hidden = true;
      if (step !== null) timer = view.setTimeout(() => place(step), PAUSE);
    },
    stop() {
      view.clearTimeout(timer);
      layer.remove();
    },
  };
}
