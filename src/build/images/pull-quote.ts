import type { Block, Inline, Step } from "../../core/model/story.ts";

/** Characters of two sentences that still fit a poster in large type. */
const ROOM = 62;

function plain(inline: Inline): string {
  return inline.type === "strong" ? inline.children.map(plain).join("") : inline.text;
}

export function blockText(block: Block): string {
  return block.type === "list"
    ? block.items.map((item) => item.map(plain).join("")).join("；")
    : block.children.map(plain).join("");
}

export function pullQuote(step: Step): string {
  if (step.pullQuote !== "") return step.pullQuote;
  const [first = "", second = ""] =
    step.text
      .map(blockText)
      .join("")
      .match(/[^。！？]+[。！？]?”?/gu) ?? [];
  return first.length + second.length <= ROOM ? first + second : first;
}

/** Ids of the facts that a sentence of a step prints, or that its whole text does. */
export function quotedFacts({ text }: Step, sentence: string | null = null): readonly string[] {
  const visit = (part: Inline): readonly string[] => {
    if (part.type === "strong") return part.children.flatMap(visit);
    return part.type === "fact" && (sentence?.includes(part.text) ?? true) ? [part.id] : [];
  };
  return text.flatMap((block) => (block.type === "list" ? block.items.flat() : block.children).flatMap(visit));
}
