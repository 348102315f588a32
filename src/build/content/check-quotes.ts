import { type Problem, problem } from "./problem.ts";
import { PARTS } from "./schema.ts";
import { createSourceFile, STORY_FOLDER } from "./source-file.ts";
import type { SourceText } from "./source-text.ts";
import { lengthAt, positionAt, readYaml, textAt, valueAt, type Yaml } from "./yaml.ts";

/** Phrases that open the interview's four parts after the 导语; each counts as text of its part. */
const CUTS = ["重塑新格局", "优化新环境", "贯彻新理念", "锚定新坐标"] as const;

/**
 * Checks `facts.yaml` against the interview: every quote under `interview` must occur in it, and every count is
 * recounted. Returns no problems for an unreadable file, which the compiler reports.
 */
export function checkQuotes(sources: ReadonlyMap<string, string>, interview: string): readonly Problem[] {
  const factTable = createSourceFile(`${STORY_FOLDER}facts.yaml`, sources.get(`${STORY_FOLDER}facts.yaml`) ?? "");
  const yaml = readYaml(factTable, 0, factTable.text.length, () => undefined);
  if (yaml === null) return [];
  return [...unfoundQuotes(yaml, normalizeText(interview)), ...wrongCounts(yaml, normalizeText(interview))];
}

export function normalizeText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[“”„‟「」『』"'‘’]/gu, '"')
    .replace(/[—–―─-]+/gu, "-")
    .replace(/[•·‧・]/gu, "·")
    .replace(/\s+/gu, "");
}

/** Counts a word in one part of the interview, or in `all` of it. Returns null when the part cannot be found. */
export function countWord(interview: string, word: string, part: string): number | null {
  const whole = normalizeText(interview);
  const text = part === "all" ? whole : cut(whole)[PARTS.findIndex((name) => name === part)];
  return text === undefined || word === "" ? null : text.split(normalizeText(word)).length - 1;
}

function cut(whole: string): readonly string[] {
  const starts = CUTS.reduce<readonly number[]>(
    (before, name) => [...before, whole.indexOf(name, before.at(-1) ?? 0)],
    [],
  );
  if (starts.includes(-1)) return [];
  return [0, ...starts].map((start, index) => whole.slice(start, starts[index] ?? whole.length));
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

function wrongCounts(yaml: Yaml, interview: string): readonly Problem[] {
  return Array.from({ length: lengthAt(yaml, ["counts"]) }).flatMap((_, index): readonly Problem[] => {
    const path = ["counts", index];
    const [word, part, stated] = ["word", "section", "value"].map((key) => valueAt(yaml, [...path, key]));
    if (typeof word !== "string" || typeof part !== "string" || typeof stated !== "number") return [];
    const place = positionAt(yaml, [...path, "value"]);
    const counted = countWord(interview, word, part);
    if (counted === stated) return [];
    if (counted === null)
      return [
        problem(
          positionAt(yaml, [...path, "section"]),
          `part not in the interview: ${part}, expected the four names ${CUTS.join(", ")} in it`,
        ),
      ];
    return [
      problem(place, `count differs from the interview: found ${stated}, expected ${counted} for ${word} in ${part}`),
    ];
  });
}
