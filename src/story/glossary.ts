import type { Naming } from "./ids.ts";
import { checkIds } from "./ids.ts";
import type { Term } from "./model.ts";
import type { Report } from "./problem.ts";
import type { Reading } from "./reading.ts";
import { printed } from "./references.ts";
import { TERM } from "./schema.ts";
import { shaped } from "./shape.ts";
import type { Sheet } from "./sheet.ts";
import type { Yaml } from "./yaml.ts";
import { foundAt, lengthAt, passageAt, placeAt, readYaml, valueAt } from "./yaml.ts";

/** The glossary as written: where each id is given, its texts not yet printed. */
export interface Glossary {
  readonly yaml: Yaml | null;
  readonly namings: readonly Naming[];
  /** Null when the glossary could not be read: every term is let pass. */
  readonly ids: ReadonlySet<string> | null;
}

/** A glossary that could not be read. */
export const NO_GLOSSARY: Glossary = { yaml: null, namings: [], ids: null };

/** Reads `terms.yaml` as far as its ids, so that texts can be read with them. */
export function readGlossary(sheet: Sheet, report: Report): Glossary {
  const yaml = readYaml(sheet, 0, sheet.text.length, report);
  if (yaml === null) return NO_GLOSSARY;
  const found = foundAt(yaml, []);
  if (found !== "a list" && found !== "nothing") {
    report(placeAt(yaml, []), `found ${found}, expected a list of terms`);
    return NO_GLOSSARY;
  }
  const namings = Array.from({ length: lengthAt(yaml, []) }).flatMap((_, index): readonly Naming[] => {
    const id = valueAt(yaml, [index, "id"]);
    return typeof id === "string" ? [{ id, place: placeAt(yaml, [index, "id"]) }] : [];
  });
  checkIds(namings, report);
  return { yaml, namings, ids: new Set(namings.map(({ id }) => id)) };
}

/** The terms with their references printed. */
export function readTerms({ yaml }: Glossary, reading: Reading): readonly Term[] {
  if (yaml === null) return [];
  return Array.from({ length: lengthAt(yaml, []) }).flatMap((_, index): readonly Term[] => {
    const entry = shaped(
      yaml,
      { path: [index], what: "term", schema: TERM, keys: Object.keys(TERM.shape) },
      reading.report,
    );
    const term = printed(passageAt(yaml, [index, "term"]), reading);
    const gloss = printed(passageAt(yaml, [index, "gloss"]), reading);
    return entry === null ? [] : [{ id: entry.id, term, gloss }];
  });
}
