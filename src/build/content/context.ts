import type { Fact } from "../../core/model/story.ts";
import { halfWidth } from "./half-width.ts";
import type { Report } from "./problem.ts";
import type { RedLines } from "./red-lines.ts";

export interface FactTable {
  readonly facts: readonly Fact[];
  readonly byId: ReadonlyMap<string, Fact>;
  /** Also holds ids of invalid entries; null when the facts table could not be read. */
  readonly known: ReadonlySet<string> | null;
}

export interface CompileContext {
  readonly factTable: FactTable;
  readonly terms: ReadonlySet<string> | null;
  readonly redLines: RedLines;
  readonly report: Report;
  /** Reports a matter of taste, which fails no build. */
  readonly warn: Report;
  /** Called for every cited fact, in order; for a misspelt id, with the closest known one. */
  readonly onFact: (fact: string) => void;
  readonly onTerm: (term: string) => void;
}

/** Counts what an unreadable passage holds as used, so that no second problem says that it is unused. */
export function citeUnread(text: string, { onFact, onTerm }: CompileContext): void {
  const half = halfWidth(text);
  for (const [, id = ""] of half.matchAll(/\{([a-z0-9-]+)/gu)) onFact(id);
  for (const [, id = ""] of half.matchAll(/term: ?([a-z0-9-]+)/gu)) onTerm(id);
}

export function collectCitations(context: CompileContext): {
  readonly context: CompileContext;
  readonly cited: ReadonlySet<string>;
} {
  const cited = new Set<string>();
  const cite = (id: string): void => {
    cited.add(id);
    context.onFact(id);
  };
  return { context: { ...context, onFact: cite }, cited };
}
