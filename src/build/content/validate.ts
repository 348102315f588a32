import type { z } from "zod";
import { numeralsIn } from "./numerals.ts";
import type { Report } from "./problem.ts";
import { closest, didYouMean } from "./suggest.ts";
import {
  A_LIST,
  describeAt,
  keyPosition,
  KEYS_AND_VALUES,
  NOTHING,
  positionAt,
  valueAt,
  type Yaml,
  type YamlPath,
} from "./yaml.ts";

export interface Expectation<T> {
  readonly path: YamlPath;
  readonly what: string;
  readonly schema: z.ZodType<T>;
  readonly keys: readonly string[];
}

export function validate<T>(yaml: Yaml, expected: Expectation<T>, report: Report): T | null {
  const result = expected.schema.safeParse(valueAt(yaml, expected.path) ?? null);
  if (result.success) return result.data;
  const { issues } = result.error;
  const misspelt = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => closest(key, expected.keys)) : [],
  );
  for (const issue of issues) {
    // The report of a misspelt key covers the missing one.
    if (issue.code !== "unrecognized_keys" && misspelt.includes(issue.path.join("."))) continue;
    reportIssue(yaml, expected, issue, report);
  }
  return null;
}

export const EMPTY_TEXT_RULE = "不空的文字";

function reportIssue<T>(yaml: Yaml, expected: Expectation<T>, issue: z.core.$ZodIssue, report: Report): void {
  const { what, keys } = expected;
  const path = [...expected.path, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) {
      const message = `${what}没有这一项：${key}，应是 ${keys.join("、")} 之一`;
      report(keyPosition(yaml, [...path, key]), message, didYouMean(key, keys));
    }
    return;
  }
  const name = issue.path.join(".");
  const place = positionAt(yaml, path);
  const found = describeAt(yaml, path);
  const wanted = wantedBy(issue);
  if (found === NOTHING || (issue.code === "custom" && issue.message === EMPTY_TEXT_RULE)) {
    const lack = name === "" ? `${what}是空的` : `${what}缺 ${name}`;
    report(place, `${lack}，应写${MEANING[name] ?? wanted}`);
  } else if (issue.code === "invalid_value") {
    const word = String(valueAt(yaml, path));
    report(place, `${name} 没有这个词：${word}，应是 ${wanted}`, didYouMean(word, issue.values.map(String)));
  } else {
    const quote = wanted === A_TEXT && found !== A_LIST && found !== KEYS_AND_VALUES ? "整个加英文引号" : undefined;
    const braced = issue.path[0] === "facts" && found === KEYS_AND_VALUES ? "facts 里只写 id，不写花括号" : quote;
    const hint = wanted === A_NUMBER ? numberIn(valueAt(yaml, path)) : braced;
    report(place, `${name === "" ? what : `${name} `}是${found}，应是${spaced(wanted)}`, hint);
  }
}

function numberIn(value: unknown): string | undefined {
  const numerals = typeof value === "string" ? numeralsIn(value) : [];
  return numerals.length === 1 ? numerals.map((one) => `写 ${one.value}`).join("") : undefined;
}

/** Sets off a text that begins in Latin letters or figures. */
function spaced(text: string): string {
  return /^[\w{]/.test(text) ? ` ${text}` : text;
}

function wantedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `${issue.values.map(String).join("、")} 之一`;
  if (issue.code === "invalid_type") return WANTED[issue.expected] ?? issue.expected;
  return issue.message === EMPTY_TEXT_RULE ? A_TEXT : issue.message;
}

const A_TEXT = "文字";
const A_NUMBER = "一个数，不带单位";

const WANTED: Readonly<Record<string, string>> = {
  string: A_TEXT,
  number: A_NUMBER,
  array: "列表，如 [一, 二]",
  object: KEYS_AND_VALUES,
  record: KEYS_AND_VALUES,
};

const MEANING: Readonly<Record<string, string>> = {
  id: "一个自己的英文名字",
  scene: "图的名字",
  alt: "图上有什么",
  quote: "原话，逐字",
  period: "说的是什么时候",
  speaker: "谁说的",
  place: "在访谈的哪里",
  formula: "用 {事实 id} 写的算式",
  word: "数的是哪个词",
  note: "数的口径",
  source: "出处的 title、publisher、url、date",
  gloss: "一句话的解释",
  signature: "微信签名服务的网址",
};
