import { FACTS_PATH } from "../../core/model/routes.ts";
import type { Story } from "../../core/model/story.ts";
import { type FootnoteNumbers, numberFootnotes } from "./footnotes.ts";

/** Page with the tables that numbers and terms link to, empty for the document itself, and their numbers on paper. */
export interface FactLinks {
  readonly page: string;
  readonly numbers?: FootnoteNumbers;
  /** Facts that a voice says otherwise than they are printed. */
  readonly spoken?: readonly Spoken[];
}

interface Spoken {
  readonly id: string;
  readonly text: string;
  readonly spoken: string;
}

export function spokenFacts({ facts }: Pick<Story, "facts">): readonly Spoken[] {
  return facts.flatMap(({ id, text, spoken }) => (spoken === undefined ? [] : [{ id, text, spoken }]));
}

/** Numbers lead to the page of facts; an embed has the tables in itself, since its origin may be opaque. */
export function linksOf(story: Story, shared: boolean): FactLinks {
  return { page: shared ? FACTS_PATH : "", numbers: numberFootnotes(story), spoken: spokenFacts(story) };
}
