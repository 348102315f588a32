import type { Glossary } from "./glossary.ts";
import { operandsOf } from "./formula.ts";
import { isId } from "./ids.ts";
import type { ReadLedger } from "./ledger.ts";
import type { Report } from "./problem.ts";

/** What the texts of the story have used so far. */
export interface Tally {
  readonly facts: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  readonly cite: (fact: string) => void;
  readonly gloss: (term: string) => void;
}

/** An empty tally. Note: its two functions add to its sets. */
export function tally(): Tally {
  const facts = new Set<string>();
  const terms = new Set<string>();
  return { facts, terms, cite: (id) => void facts.add(id), gloss: (id) => void terms.add(id) };
}

/** Reports facts that no text, picture or formula uses, and terms that no text links. */
export function checkUse(
  { ledger, glossary }: { readonly ledger: ReadLedger; readonly glossary: Glossary },
  used: Tally,
  report: Report,
): void {
  const resting = ledger.stated.flatMap(({ fact }) => operandsOf(fact.formula).map(({ id }) => id));
  const facts = new Set([...used.facts, ...resting]);
  for (const { id, place } of ledger.namings) {
    if (isId(id) && !facts.has(id))
      report(place, `unused fact: ${id}, expected under facts of a step or as {${id}} in a text`);
  }
  for (const { id, place } of glossary.namings) {
    if (isId(id) && !used.terms.has(id))
      report(place, `term never glossed: ${id}, expected a link [words](term:${id}) in a text`);
  }
}
