import type { Fact } from "./model.ts";
import type { Report } from "./problem.ts";

/** The facts there are. `known` also holds ids whose entry has a problem; null when the ledger could not be read. */
export interface Ledger {
  readonly facts: readonly Fact[];
  readonly byId: ReadonlyMap<string, Fact>;
  readonly known: ReadonlySet<string> | null;
}

/** What reading a text needs to know, and whom it tells what it met. */
export interface Reading {
  readonly ledger: Ledger;
  /** Ids of the glossary; null when it could not be read. */
  readonly terms: ReadonlySet<string> | null;
  readonly report: Report;
  /** Called for every fact met, in order. */
  readonly cite: (fact: string) => void;
  /** Called for every term met, in order. */
  readonly gloss: (term: string) => void;
}

/** The same reading that also gathers the facts it meets, each once, in order of first use. */
export function gathering(reading: Reading): { readonly reading: Reading; readonly cited: ReadonlySet<string> } {
  const cited = new Set<string>();
  const cite = (id: string): void => {
    cited.add(id);
    reading.cite(id);
  };
  return { reading: { ...reading, cite }, cited };
}
