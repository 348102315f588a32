import type { Fact, FactSource, Step, Story } from "./story.ts";
import { OUTSIDE_SOURCES } from "./strings.ts";

type Sourced = Pick<Story, "facts" | "byline">;

/** Lists facts with those that they are computed from in place of each derived one. */
function foundations(facts: ReadonlyMap<string, Fact>, ids: readonly string[]): readonly Fact[] {
  return ids.flatMap((id) => {
    const fact = facts.get(id);
    if (fact === undefined) return [];
    const parts = [...(fact.formula ?? "").matchAll(/\{([^{}]+)\}/gu)].map(([, part = ""]) => part.trim());
    return parts.length === 0 ? [fact] : foundations(facts, parts);
  });
}

function outsideSources({ facts }: Sourced, ids: readonly string[]): readonly FactSource[] {
  const used = foundations(new Map(facts.map((fact) => [fact.id, fact])), ids);
  return used.flatMap(({ source }) => (source === undefined ? [] : [source]));
}

/** Names a source by its publisher, without a foreign name in brackets behind the Chinese one. */
export function nameBriefly({ publisher, title }: FactSource): string {
  return (publisher ?? title).replace(/（[A-Za-z ]+）$/u, "");
}

export function nameSource({ publisher, title, date }: FactSource): string {
  return `${publisher === undefined ? "" : `${publisher}：`}${title}，${date}`;
}

/**
 * Names the sources that facts come from: the interview by the story's byline, then the outside ones. Without facts
 * there is the interview alone, which the whole story retells.
 */
export function sourceNotes(story: Sourced, ids: readonly string[]): readonly string[] {
  const used = foundations(new Map(story.facts.map((fact) => [fact.id, fact])), ids);
  const outside = [...new Set(used.flatMap(({ source }) => (source === undefined ? [] : [nameSource(source)])))];
  const told = outside.length === 0 || used.some(({ source }) => source === undefined);
  return [...(told ? [story.byline] : []), ...(outside.length === 0 ? [] : [OUTSIDE_SOURCES + outside.join("；")])];
}

/** Names the same sources by publisher alone, for a picture with an address that has the rest. */
export function publisherNotes(story: Sourced, ids: readonly string[]): readonly string[] {
  const names = new Set(outsideSources(story, ids).map(nameBriefly));
  const notes = sourceNotes(story, ids);
  return names.size === 0 ? notes : [...notes.slice(0, -1), OUTSIDE_SOURCES + [...names].join("、")];
}

/** The interview's byline, if it is among the sources, and the publishers of each year, newest first. */
export interface SourcesByYear {
  readonly told: readonly string[];
  readonly years: readonly (readonly [year: string, publishers: string])[];
}

/** Sorts the same sources by year, for a picture that has a line for each. */
export function sortSources(story: Sourced, ids: readonly string[]): SourcesByYear {
  const publishers = new Map<string, Set<string>>();
  for (const source of outsideSources(story, ids)) {
    const year = source.date.slice(0, 4);
    publishers.set(year, (publishers.get(year) ?? new Set()).add(nameBriefly(source)));
  }
  const years = [...publishers].sort(([a], [b]) => (a < b ? 1 : -1));
  return {
    told: sourceNotes(story, ids).slice(0, years.length === 0 ? 1 : -1),
    years: years.map(([year, names]) => [year, [...names].join("；")] as const),
  };
}

/** Names the sources that a step's picture draws. */
export function sourceLine(story: Sourced, { drawn }: Pick<Step, "drawn">): string {
  return sourceNotes(story, drawn).join("；");
}
