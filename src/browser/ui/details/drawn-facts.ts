import type { Box } from "../../../core/model/picture.ts";
import { type FactText, matchFacts } from "../../../core/picture/fact-numbers.ts";
import { type FactEntries, factText } from "./fact-entries.ts";

/** Distance from the digits to the underline, px. */
const FOOT = 4;
const QUOTE = /[“”‘’]/u;

export interface DrawnFact {
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

function labels(stage: SVGSVGElement): readonly SVGTextElement[] {
  return [...stage.querySelectorAll("text")].filter(
    (node) =>
      node.dataset["role"] !== "axis" &&
      Number(node.getAttribute("opacity") ?? 1) >= 0.5 &&
      // A translator's HTML in a text leaves it without characters to measure.
      node.getNumberOfChars() >= node.textContent.length,
  );
}

/** Finds a step's facts, with their texts as the table prints them, in the picture on the stage. */
export function findDrawnFacts(stage: SVGSVGElement, step: HTMLElement, entries: FactEntries): readonly DrawnFact[] {
  const ids = (step.dataset["facts"] ?? "").split(" ").filter(Boolean);
  const known = ids.map((id): FactText => ({ id, text: factText(entries, id, "value") }));
  const facts = known.filter(({ text }) => text !== "");
  return labels(stage).flatMap((node) => {
    const { textContent: text } = node;
    const named = node.dataset["fact"];
    const figures = named === undefined ? matchFacts(text, facts) : [{ from: 0, to: text.length, fact: named }];
    return figures.flatMap(({ from, to, fact }) =>
      fact === null ? [] : [{ fact, entry: named !== undefined, box: boxOf(node, from, to) }],
    );
  });
}

/**
 * Finds `words` of at least two characters in one label, or from label to label, as a vertical name is written. Skips
 * quotation marks and turned labels.
 */
export function findWords(stage: SVGSVGElement, words: string): readonly Box[] {
  const characters = labels(stage)
    .filter((node) => !node.hasAttribute("transform"))
    .flatMap((node) => [...node.textContent].map((sign, at) => ({ sign, node, at })))
    .filter(({ sign }) => !QUOTE.test(sign));
  const said = [...words].filter((sign) => !QUOTE.test(sign)).join("");
  const from =
    said.length < 2
      ? -1
      : characters
          .map(({ sign }) => sign)
          .join("")
          .indexOf(said);
  if (from < 0) return [];
  const found = characters.slice(from, from + said.length);
  return [...new Set(found.map(({ node }) => node))].map((node) => {
    const places = found.flatMap((one) => (one.node === node ? [one.at] : []));
    return boxOf(node, places[0] ?? 0, (places.at(-1) ?? 0) + 1);
  });
}
