import type { Fact, Origin, Story } from "../story/model.ts";

/** Sorts of facts in the order their tables stand in. */
export const ORIGINS: readonly Origin[] = ["interview", "derived", "count", "context"];

/** The facts of each sort, in the order of the tables. */
export function tabled(facts: readonly Fact[]): readonly (readonly [Origin, readonly Fact[]])[] {
  return ORIGINS.map((origin) => [origin, facts.filter((fact) => fact.origin === origin)]);
}

/** Number of a fact's row or a term's entry among all that stand at the end, from 1, by the address of the row or entry. */
export type Numbers = ReadonlyMap<string, number>;

/** Numbers by which a printed page's marks name its sources: facts as their tables have them, then terms. */
export function numbering({ facts, terms }: Pick<Story, "facts" | "terms">): Numbers {
  const rows = tabled(facts).flatMap(([, rest]) => rest.map(({ id }) => `fact-${id}`));
  return new Map([...rows, ...terms.map(({ id }) => `term-${id}`)].map((id, index) => [id, index + 1]));
}
