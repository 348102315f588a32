import type { Fact } from "../../core/model/story.ts";
import type { Report } from "./problem.ts";

/** The facts there are. `known` also holds ids whose entry has a problem; null when the ledger could not be read. */
export interface FactTable {
  readonly facts: readonly Fact[];
  readonly byId: ReadonlyMap<string, Fact>;
  readonly known: ReadonlySet<string> | null;
}

/** What reading a text needs to know, and whom it tells what it met. */
export interface CompileContext {
  readonly ledger: FactTable;
  /** Ids of the glossary; null when it could not be read. */
  readonly terms: ReadonlySet<string> | null;
  readonly report: Report;
  /** Called for every fact met, in order. */
  readonly onFact: (fact: string) => void;
  /** Called for every term met, in order. */
  readonly onTerm: (term: string) => void;
}

/** The same reading that also gathers the facts it meets, each once, in order of first use. */
export function collectCitations(reading: CompileContext): {
  readonly reading: CompileContext;
  readonly cited: ReadonlySet<string>;
} {
  const cited = new Set<string>();
  const cite = (id: string): void => {
    cited.add(id);
    reading.onFact(id);
  };
  return { reading: { ...reading, onFact: cite }, cited };
}
