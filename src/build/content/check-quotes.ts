import { type Problem, problem } from "./problem.ts";
import { type Part, readParts, WHOLE } from "./site-config.ts";
import { createSourceFile, STORY_FOLDER } from "./source-file.ts";
import type { SourceText } from "./source-text.ts";
import { lengthAt, positionAt, readYaml, textAt, valueAt, type Yaml } from "./yaml.ts";

/** Checks every quote and count. Returns no problems for an unreadable file, which the compiler reports. */
export function checkQuotes(sources: ReadonlyMap<string, string>, interview: string): readonly Problem[] {
  const [facts, site] = ["facts.yaml", "site.yaml"].map((name) => {
    const source = createSourceFile(STORY_FOLDER + name, sources.get(STORY_FOLDER + name) ?? "");
    return readYaml(source, 0, source.text.length, ignore);
  });
  if (!facts || !site) return [];
  const whole = normalizeText(interview);
  return [...unfoundQuotes(facts, whole), ...wrongCounts(facts, whole, readParts(site, ignore) ?? [])];
}

function ignore(): void {}

export function normalizeText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[“”„‟「」『』"'‘’]/gu, '"')
    .replace(/[—–―─-]+/gu, "-")
    .replace(/[•·‧・]/gu, "·")
    .replace(/\s+/gu, "");
}

/**
 * Counts a word in one section of the interview, or in `all` of it. The words that open a part count as its text.
 * Returns null when the section cannot be found.
 */
export function countWord(interview: string, word: string, section: string, parts: readonly Part[]): number | null {
  const whole = normalizeText(interview);
  const index = parts.findIndex((part) => part.section === section);
  const text = section === WHOLE.section ? whole : cut(whole, parts)[index];
  return text === undefined || word === "" ? null : text.split(normalizeText(word)).length - 1;
}

function cut(whole: string, parts: readonly Part[]): readonly string[] {
  const starts = parts.reduce<readonly number[]>(
    (before, { opens }) => [...before, opens === null ? 0 : whole.indexOf(normalizeText(opens), before.at(-1) ?? 0)],
    [],
  );
  if (starts.includes(-1)) return [];
  return starts.map((start, index) => whole.slice(start, starts[index + 1] ?? whole.length));
}

function unfoundQuotes(yaml: Yaml, interview: string): readonly Problem[] {
  return Array.from({ length: lengthAt(yaml, ["interview"]) }).flatMap((_, index): readonly Problem[] => {
    const quote: SourceText = textAt(yaml, ["interview", index, "quote"]);
    const text = normalizeText(quote.value);
    if (text === "" || interview.includes(text)) return [];
    const from = longestStart(text, interview);
    const hint = from === 0 ? undefined : `it departs after ${JSON.stringify(text.slice(Math.max(0, from - 8), from))}`;
    return [
      problem(
        quote.place(0, quote.value.length),
        `quote not in the interview: ${quote.value}, expected its exact words`,
        hint,
      ),
    ];
  });
}

function longestStart(text: string, whole: string): number {
  let length = text.length;
  while (length > 0 && !whole.includes(text.slice(0, length))) length -= 1;
  return length;
}

function wrongCounts(yaml: Yaml, interview: string, parts: readonly Part[]): readonly Problem[] {
  return Array.from({ length: lengthAt(yaml, ["counts"]) }).flatMap((_, index): readonly Problem[] => {
    const path = ["counts", index];
    const [word, part, stated] = ["word", "section", "value"].map((key) => valueAt(yaml, [...path, key]));
    if (typeof word !== "string" || typeof part !== "string" || typeof stated !== "number") return [];
    const place = positionAt(yaml, [...path, "value"]);
    const counted = countWord(interview, word, part, parts);
    if (counted === stated) return [];
    if (counted === null)
      return [
        problem(
          positionAt(yaml, [...path, "section"]),
          `part not in the interview: ${part}, expected the openings ${parts.flatMap(({ opens }) => opens ?? []).join(", ")} in it`,
        ),
      ];
    return [
      problem(place, `count differs from the interview: found ${stated}, expected ${counted} for ${word} in ${part}`),
    ];
  });
}
