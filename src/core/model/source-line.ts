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

/** Names the same sources in few words each, for a picture with little room, with the byline as it is. */
function shortNotes(
  story: Sourced,
  ids: readonly string[],
  name: (source: FactSource) => string,
  between: string,
): readonly string[] {
  const used = foundations(new Map(story.facts.map((fact) => [fact.id, fact])), ids);
  const outside = [...new Set(used.flatMap(({ source }) => (source === undefined ? [] : [name(source)])))];
  const notes = sourceNotes(story, ids);
  return outside.length === 0 ? notes : [...notes.slice(0, -1), OUTSIDE_SOURCES + outside.join(between)];
}

/** Names the same sources by publisher alone, for a picture with an address that has the rest. */
export function publisherNotes(story: Sourced, ids: readonly string[]): readonly string[] {
  return shortNotes(story, ids, ({ publisher, title }) => publisher ?? title, "、");
}

/** Names the same sources by publisher and year. */
export function publisherYearNotes(story: Sourced, ids: readonly string[]): readonly string[] {
  return shortNotes(story, ids, ({ publisher, title, date }) => `${publisher ?? title}，${date.slice(0, 4)}`, "；");
}

/** Names the sources that a step's picture draws. */
export function sourceLine(story: Sourced, { drawn }: Pick<Step, "drawn">): string {
  return sourceNotes(story, drawn).join("；");
}
