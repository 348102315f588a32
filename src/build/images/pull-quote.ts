import type { Block, Inline, Step } from "../../core/model/story.ts";

/** Characters that two sentences may have together, so that they fit a poster in large type. */
const ROOM = 62;

/** Inline text as it is printed. */
function plain(inline: Inline): string {
  return inline.type === "strong" ? inline.children.map(plain).join("") : inline.text;
}

/** A block as plain text. */
export function blockText(block: Block): string {
  return block.type === "list"
    ? block.items.map((item) => item.map(plain).join("")).join("；")
    : block.children.map(plain).join("");
}

/** What a step says when it stands alone: the editors' own words for that, or else its first sentence, and the second where both fit. */
export function pullQuote(step: Step): string {
  if (step.pullQuote !== "") return step.pullQuote;
  const [first = "", second = ""] =
    step.text
      .map(blockText)
      .join("")
      .match(/[^。！？]+[。！？]?”?/gu) ?? [];
  return first.length + second.length <= ROOM ? first + second : first;
}
