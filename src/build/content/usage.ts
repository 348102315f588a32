import type { ParsedFacts } from "./facts.ts";
import { operandsInText } from "./formula.ts";
import type { Glossary } from "./glossary.ts";
import { isId } from "./ids.ts";
import type { Report } from "./problem.ts";

export interface Usage {
  readonly facts: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  readonly cite: (fact: string) => void;
  readonly gloss: (term: string) => void;
}

export function createUsage(): Usage {
  const facts = new Set<string>();
  const terms = new Set<string>();
  return { facts, terms, cite: (id) => void facts.add(id), gloss: (id) => void terms.add(id) };
}

export function reportUnused(
  { factTable, glossary }: { readonly factTable: ParsedFacts; readonly glossary: Glossary },
  used: Usage,
  report: Report,
): void {
  const resting = factTable.stated.flatMap(({ fact }) => operandsInText(fact.formula).map(({ id }) => id));
  const facts = new Set([...used.facts, ...resting]);
  for (const { id, place } of factTable.namings) {
    if (isId(id) && !facts.has(id)) report(place, `没有用到的事实：${id}，应写进某一幕的 facts，或在文字里写 {${id}}`);
  }
  for (const { id, place } of glossary.namings) {
    if (isId(id) && !used.terms.has(id)) report(place, `没有用到的小注：${id}，正文里应有 [字](term:${id})`);
  }
}
