import type { Term } from "../../core/model/story.ts";
import { readPassage } from "./check-prose.ts";
import type { CompileContext } from "./context.ts";
import { checkIds, type Declaration } from "./ids.ts";
import type { Report } from "./problem.ts";
import { TERM } from "./schema.ts";
import type { SourceFile } from "./source-file.ts";
import { validate } from "./validate.ts";
import { A_LIST, describeAt, lengthAt, NOTHING, positionAt, readYaml, textAt, valueAt, type Yaml } from "./yaml.ts";

export interface Glossary {
  readonly yaml: Yaml | null;
  readonly namings: readonly Declaration[];
  /** Null when the glossary could not be read: every term passes. */
  readonly ids: ReadonlySet<string> | null;
}

export const EMPTY_GLOSSARY: Glossary = { yaml: null, namings: [], ids: null };

/** Parses only the ids of `terms.yaml`, which the context needs before any text is read. */
export function parseGlossary(source: SourceFile, report: Report): Glossary {
  const yaml = readYaml(source, 0, source.text.length, report);
  if (yaml === null) return EMPTY_GLOSSARY;
  const found = describeAt(yaml, []);
  if (found !== A_LIST && found !== NOTHING) {
    report(positionAt(yaml, []), `这里是${found}，应是小注的列表`);
    return EMPTY_GLOSSARY;
  }
  const namings = Array.from({ length: lengthAt(yaml, []) }).flatMap((_, index): readonly Declaration[] => {
    const id = valueAt(yaml, [index, "id"]);
    return typeof id === "string" ? [{ id, place: positionAt(yaml, [index, "id"]) }] : [];
  });
  checkIds(namings, report);
  return { yaml, namings, ids: new Set(namings.map(({ id }) => id)) };
}

export function resolveTerms({ yaml }: Glossary, context: CompileContext): readonly Term[] {
  if (yaml === null) return [];
  return Array.from({ length: lengthAt(yaml, []) }).flatMap((_, index): readonly Term[] => {
    const entry = validate(
      yaml,
      { path: [index], what: "这条小注", schema: TERM, keys: Object.keys(TERM.shape) },
      context.report,
    );
    const term = readPassage(textAt(yaml, [index, "term"]), context);
    const gloss = readPassage(textAt(yaml, [index, "gloss"]), context);
    return entry === null ? [] : [{ id: entry.id, term, gloss }];
  });
}
