import { factFragment, termFragment } from "../../core/model/routes.ts";
import type { Fact, Origin, Story } from "../../core/model/story.ts";

const TABLE_ORDER: readonly Origin[] = ["interview", "derived", "count", "context"];

export function factsByOrigin(facts: readonly Fact[]): readonly (readonly [Origin, readonly Fact[]])[] {
  return TABLE_ORDER.map((origin) => [origin, facts.filter((fact) => fact.origin === origin)]);
}

/** Footnote numbers, from 1, by the fragment id of a fact's row (`fact-…`) or a term's entry (`term-…`). */
export type FootnoteNumbers = ReadonlyMap<string, number>;

export function numberFootnotes({ facts, terms }: Pick<Story, "facts" | "terms">): FootnoteNumbers {
  const rows = factsByOrigin(facts).flatMap(([, rest]) => rest.map(({ id }) => factFragment(id)));
  return new Map([...rows, ...terms.map(({ id }) => termFragment(id))].map((id, index) => [id, index + 1]));
}
