import { halfWidth } from "./half-width.ts";
import { type Hedge, readHedge } from "./hedges.ts";
import type { Finding } from "./prose.ts";
import type { Report } from "./problem.ts";
import { RED_LINE } from "./schema.ts";
import type { Vocabulary } from "./site-config.ts";
import type { SourceFile } from "./source-file.ts";
import { didYouMean } from "./suggest.ts";
import { validate } from "./validate.ts";
import { describeAt, keyPosition, lengthAt, positionAt, readYaml, valueAt, type Yaml } from "./yaml.ts";

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
