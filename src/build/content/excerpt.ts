import { type Block, type Fact, type Inline, selectChapter, type Step, type Story } from "../../core/model/story.ts";
import { operandsInText } from "./formula.ts";

function terms(parts: readonly Inline[]): readonly string[] {
  return parts.flatMap((part) =>
    part.type === "term" ? [part.id] : part.type === "strong" ? terms(part.children) : [],
  );
}

function termsOf(block: Block): readonly string[] {
  return terms(block.type === "list" ? block.items.flat() : block.children);
}

function factsOf(steps: readonly Step[], facts: readonly Fact[]): readonly Fact[] {
  const known = new Map(facts.map((fact) => [fact.id, fact]));
  const wanted = new Set<string>();
  const want = (id: string): void => {
    if (wanted.has(id)) return;
    wanted.add(id);
    for (const operand of operandsInText(known.get(id)?.formula ?? "")) want(operand.id);
  };
  for (const id of steps.flatMap((step) => step.facts)) want(id);
  return facts.filter(({ id }) => wanted.has(id));
}

/**
 * Returns one chapter as a story of its own, with the facts and terms that its steps use; the whole story for null.
 * The pictures are the same, except for the transition into the first step, which has no predecessor.
 */
export function excerpt<S extends Story>(story: S, chapter: string | null): S {
  if (chapter === null) return story;
  const part = selectChapter(story, chapter);
  const used = new Set(part.steps.flatMap(({ text }) => text.flatMap(termsOf)));
  return {
    ...part,
    chapters: story.chapters.filter(({ id }) => id === chapter),
    facts: factsOf(part.steps, story.facts),
    terms: story.terms.filter(({ id }) => used.has(id)),
  };
}
