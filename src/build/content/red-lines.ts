import type { Fact } from "../../core/model/story.ts";
import { halfWidth } from "./half-width.ts";
import { type Finding, type Prose, sentenceRange } from "./prose.ts";
import type { Report } from "./problem.ts";
import { HEDGE, RED_LINE } from "./schema.ts";
import type { Vocabulary } from "./site-config.ts";
import type { SourceFile } from "./source-file.ts";
import { didYouMean } from "./suggest.ts";
import { validate } from "./validate.ts";
import { describeAt, keyPosition, lengthAt, positionAt, readYaml, valueAt, type Yaml, type YamlPath } from "./yaml.ts";

/** Rules of `red-lines.yaml`. */
export interface RedLines {
  readonly phrases: readonly RedLine[];
  /** Matches where any phrase does: most texts hold none. */
  readonly any: RegExp;
  readonly hedges: readonly Hedge[];
}

interface RedLine {
  readonly pattern: RegExp;
  readonly except: readonly RegExp[];
  readonly reason: string;
  readonly instead: string;
}

/** A sentence that cites a fact of this status has to hold one of the words. */
export interface Hedge {
  readonly status: string;
  readonly words: readonly string[];
}

const NEVER = /(?!)/u;

export const NO_RED_LINES: RedLines = { phrases: [], any: NEVER, hedges: [] };

const KEYS = ["phrases", "hedges"];

export function parseRedLines(source: SourceFile, vocabulary: Vocabulary | null, report: Report): RedLines {
  const yaml = readYaml(source, 0, source.text.length, report);
  if (yaml === null) return NO_RED_LINES;
  const top = valueAt(yaml, []) ?? {};
  if (typeof top !== "object" || Array.isArray(top)) {
    report(positionAt(yaml, []), `这里是${describeAt(yaml, [])}，应是 ${KEYS.join("、")} 两个列表`);
    return NO_RED_LINES;
  }
  for (const key of Object.keys(top).filter((one) => !KEYS.includes(one)))
    report(keyPosition(yaml, [key]), `不认识的项：${key}，应是 ${KEYS.join("、")} 之一`, didYouMean(key, KEYS));
  const phrases = Array.from({ length: lengthAt(yaml, ["phrases"]) }, (_, index) => readRedLine(yaml, index, report));
  const hedges = Array.from({ length: lengthAt(yaml, ["hedges"]) }, (_, index) =>
    readHedge(yaml, index, vocabulary, report),
  );
  const all = phrases.flat();
  const any = all.length === 0 ? NEVER : new RegExp(all.map(({ pattern }) => pattern.source).join("|"), "u");
  return { phrases: all, any, hedges: hedges.flat() };
}

function readRedLine(yaml: Yaml, index: number, report: Report): readonly RedLine[] {
  const expected = { path: ["phrases", index], what: "这条红线", schema: RED_LINE, keys: Object.keys(RED_LINE.shape) };
  const found = validate(yaml, expected, report);
  if (found === null) return [];
  const except = (found.except ?? []).map(toPattern);
  const { reason, instead } = found;
  return found.phrases.map((phrase) => ({ pattern: toPattern(phrase), except, reason, instead }));
}

function readHedge(yaml: Yaml, index: number, vocabulary: Vocabulary | null, report: Report): readonly Hedge[] {
  const path = ["hedges", index];
  const found = validate(
    yaml,
    { path, what: "hedges 的一项里", schema: HEDGE, keys: Object.keys(HEDGE.shape) },
    report,
  );
  if (found === null) return [];
  const known = vocabulary?.statuses ?? [found.status];
  if (!known.includes(found.status))
    report(
      positionAt(yaml, [...path, "status"]),
      `不认识的状态：${found.status}，应是 site.yaml 里的 ${known.join("、")} 之一`,
    );
  return [found];
}

const EACH_IGNORED = /[\s“”‘’「」『』《》〈〉"'*]+/gu;
const IGNORED = /[\s“”‘’「」『』《》〈〉"'*]/u;

/** `…` in a phrase stands for up to twelve other characters of the same clause. */
function toPattern(phrase: string): RegExp {
  const parts = phrase.split(/…+/u).map((part) => squeeze(part).text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return new RegExp(parts.join("[^。!?;]{0,12}?"), "gu");
}

/** Drops spaces and quotation marks, which no red line depends on, and makes other signs half-width. */
function squeeze(text: string): { readonly text: string; readonly at: readonly number[] } {
  const half = halfWidth(text);
  let out = "";
  const at: number[] = [];
  for (let index = 0; index < half.length; index += 1) {
    const sign = half.charAt(index);
    if (IGNORED.test(sign)) continue;
    out += sign;
    at.push(index);
  }
  return { text: out, at };
}

export function findRedLines(text: string, { phrases, any }: RedLines): readonly Finding[] {
  if (!any.test(halfWidth(text).replace(EACH_IGNORED, ""))) return [];
  const { text: plain, at } = squeeze(text);
  const found = phrases.flatMap(({ pattern, except, reason, instead }) => {
    const allowed = except.flatMap((one) => [...plain.matchAll(one)].map((match) => rangeOf(match)));
    return [...plain.matchAll(pattern)]
      .map((match) => rangeOf(match))
      .filter(({ from, to }) => !allowed.some((range) => range.from <= from && to <= range.to))
      .map(({ from, to }) => ({
        from: at[from] ?? 0,
        to: (at[to - 1] ?? 0) + 1,
        message: `红线句：${plain.slice(from, to)}，${reason}，应写${instead}`,
      }));
  });
  return found.filter(({ from, to }, index) => !found.slice(0, index).some((one) => one.from < to && from < one.to));
}

function rangeOf(match: RegExpExecArray): { readonly from: number; readonly to: number } {
  return { from: match.index, to: match.index + match[0].length };
}

/** `beside` is read together with the passage, e.g. the other labels of a picture. */
export function findUnhedged(
  { text, references }: Prose,
  { hedges }: RedLines,
  byId: ReadonlyMap<string, Fact>,
  beside = "",
): readonly Finding[] {
  return references.flatMap(({ id, from, to }): readonly Finding[] => {
    const hedge = hedges.find(({ status }) => status === byId.get(id)?.status);
    if (hedge === undefined) return [];
    const said = reachOf({ text, references }, from) + beside;
    if (hedge.words.some((word) => said.includes(word))) return [];
    const words = hedge.words.join("或");
    return [
      { from, to, message: `{${id}} 前面没有“${words}”：它的状态是${hedge.status}，应在同一句的前面写明${words}` },
    ];
  });
}

/**
 * Returns the words of a sentence that may speak of the fact at an offset: up to the end of its clause, and the later
 * clauses without a fact of their own. In 「GDP增长3%，收入预计增长6%」 the word 预计 speaks of the second alone.
 */
function reachOf({ text, references }: Pick<Prose, "text" | "references">, offset: number): string {
  const { from, to } = sentenceRange(text, offset);
  const clauses = [...text.slice(from, to).matchAll(/[^\uFF0C\uFF1B\uFF1A,;:]+/gu)].map(({ index, 0: clause }) => ({
    clause,
    start: from + index,
    end: from + index + clause.length,
  }));
  return clauses
    .filter(({ start, end }) => start <= offset || !references.some((one) => start <= one.from && one.from < end))
    .map(({ clause }) => clause)
    .join("");
}

/** Reports a status other than that of a hedge whose word stands in the sentence that the fact quotes. */
export function checkStatus(
  yaml: Yaml,
  path: YamlPath,
  { sentence, hedges }: { readonly sentence: string; readonly hedges: readonly Hedge[] },
  report: Report,
): void {
  const status = valueAt(yaml, [...path, "status"]);
  for (const hedge of hedges) {
    const word = hedge.words.find((one) => sentence.includes(one));
    if (word !== undefined && status !== hedge.status)
      report(
        positionAt(yaml, [...path, "status"]),
        `status 与原话不符：写的是${String(status)}，这句原话里有“${word}”，应是${hedge.status}`,
      );
  }
}
