import { checkWhere } from "./check-where.ts";
import { countIn } from "./count-in-interview.ts";
import { type Interview, normalizeText, offsetsOf, parseInterview } from "./interview.ts";
import { type Problem, problem, type Report } from "./problem.ts";
import { sentenceAt } from "./prose.ts";
import { checkStatus, type Hedge } from "./hedges.ts";
import { parseRedLines } from "./red-lines.ts";
import { type Part, readParts } from "./site-config.ts";
import { createSourceFile, STORY_FOLDER } from "./source-file.ts";
import { lengthAt, positionAt, readYaml, textAt, valueAt, type Yaml, type YamlPath } from "./yaml.ts";

/**
 * Checks every quote with its place and speaker, and every count. Returns no problems for an unreadable file, which the
 * compiler reports.
 */
export function checkQuotes(sources: ReadonlyMap<string, string>, raw: string): readonly Problem[] {
  const [factsFile, siteFile, redLinesFile] = ["facts.yaml", "site.yaml", "red-lines.yaml"].map((name) =>
    createSourceFile(STORY_FOLDER + name, sources.get(STORY_FOLDER + name) ?? ""),
  );
  const facts = factsFile && readYaml(factsFile, 0, factsFile.text.length, ignore);
  const site = siteFile && readYaml(siteFile, 0, siteFile.text.length, ignore);
  if (!facts || !site || !redLinesFile) return [];
  const { hedges } = parseRedLines(redLinesFile, null, ignore);
  const found: Problem[] = [];
  const report: Report = (place, message, hint) => void found.push(problem(place, message, hint));
  const parts = readParts(site, ignore) ?? [];
  const interview = parseInterview(raw, parts, speakersIn(facts));
  for (const path of pathsOf(facts, "interview", "counts", "derived"))
    checkQuote(facts, path, { interview, hedges }, report);
  for (const path of pathsOf(facts, "counts")) checkCount(facts, path, raw, parts, report);
  return found;
}

function ignore(): void {}

function pathsOf(yaml: Yaml, ...lists: readonly string[]): readonly YamlPath[] {
  return lists.flatMap((list) => Array.from({ length: lengthAt(yaml, [list]) }, (_, index): YamlPath => [list, index]));
}

function speakersIn(yaml: Yaml): ReadonlySet<string> {
  const names = pathsOf(yaml, "interview").map((path) => textAt(yaml, [...path, "speaker"]).value.trim());
  return new Set(names.filter((name) => name !== ""));
}

function checkQuote(
  yaml: Yaml,
  path: YamlPath,
  { interview, hedges }: { readonly interview: Interview; readonly hedges: readonly Hedge[] },
  report: Report,
): void {
  const quote = textAt(yaml, [...path, "quote"]);
  const text = normalizeText(quote.value);
  if (text === "") return;
  const places = offsetsOf(interview.text, text);
  const [first] = places;
  if (first !== undefined) {
    checkWhere(yaml, path, { interview, places }, report);
    const sentence = sentenceAt(interview.text, first);
    if (path[0] === "interview") checkStatus(yaml, path, { sentence, hedges }, report);
    return;
  }
  const from = longestStart(text, interview.text);
  report(
    quote.place(0, quote.value.length),
    `访谈里没有这句引文：${quote.value}，应从访谈逐字拷贝`,
    from === 0 ? undefined : `从“${text.slice(Math.max(0, from - 8), from)}”往后就对不上了`,
  );
}

function longestStart(text: string, whole: string): number {
  let length = text.length;
  while (length > 0 && !whole.includes(text.slice(0, length))) length -= 1;
  return length;
}

function checkCount(yaml: Yaml, path: YamlPath, raw: string, parts: readonly Part[], report: Report): void {
  const keys = ["word", "section", "value", "of", "places"];
  const [word, section, stated, of, written] = keys.map((key) => valueAt(yaml, [...path, key]));
  if (typeof word !== "string" || typeof section !== "string" || typeof stated !== "number") return;
  const counted = countIn(raw, { word, section, of }, parts);
  if (counted === null) {
    report(
      positionAt(yaml, [...path, "section"]),
      `访谈里找不到这一部分：${section}，应有 site.yaml 里 opens 的那几个字`,
    );
    return;
  }
  if (counted.value !== stated)
    report(
      positionAt(yaml, [...path, "value"]),
      `计数与访谈不符：写的是 ${stated}，“${word}”在 ${section} 里数出 ${counted.value}，应改成 ${counted.value}`,
    );
  const places = counted.places.join(", ");
  if (Array.isArray(written) && written.join(", ") !== places)
    report(positionAt(yaml, [...path, "places"]), `位置与访谈不符：“${word}”，应改成 [${places}]`);
}
