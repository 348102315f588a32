import type { Fact, Origin, Story } from "../../core/model/story.ts";

/** Sorts of facts in the order their tables stand in. */
const TABLE_ORDER: readonly Origin[] = ["interview", "derived", "count", "context"];

/** The facts of each sort, in the order of the tables. */
export function factsByOrigin(facts: readonly Fact[]): readonly (readonly [Origin, readonly Fact[]])[] {
  return TABLE_ORDER.map((origin) => [origin, facts.filter((fact) => fact.origin === origin)]);
}

/** Number of a fact's row or a term's entry among all that stand at the end, from 1, by the address of the row or entry. */
export type FootnoteNumbers = ReadonlyMap<string, number>;

/** Numbers by which a printed page's marks name its sources: facts as their tables have them, then terms. */
export function numberFootnotes({ facts, terms }: Pick<Story, "facts" | "terms">): FootnoteNumbers {
  const rows = factsByOrigin(facts).flatMap(([, rest]) => rest.map(({ id }) => `fact-${id}`));
  return new Map([...rows, ...terms.map(({ id }) => `term-${id}`)].map((id, index) => [id, index + 1]));
}
