import type { z } from "zod";
import type { Report } from "./problem.ts";
import { closest, didYouMean } from "./suggest.ts";
import { describeAt, keyPosition, positionAt, valueAt, type Yaml, type YamlPath } from "./yaml.ts";

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

export const EMPTY_TEXT_RULE = "a text that is not empty";

function reportIssue<T>(yaml: Yaml, expected: Expectation<T>, issue: z.core.$ZodIssue, report: Report): void {
  const { what, keys } = expected;
  const path = [...expected.path, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys) {
      const message = `unknown key in ${what}: ${key}, expected one of ${keys.join(", ")}`;
      report(keyPosition(yaml, [...path, key]), message, didYouMean(key, keys));
    }
    return;
  }
  const name = issue.path.join(".");
  const place = positionAt(yaml, path);
  const found = describeAt(yaml, path);
  const wanted = wantedBy(issue);
  if (found === "nothing" || (issue.code === "custom" && issue.message === EMPTY_TEXT_RULE)) {
    const lack = name === "" ? `empty ${what}` : `${what} without ${name}`;
    report(place, `${lack}, expected ${MEANING[name] ?? wanted}`);
  } else if (issue.code === "invalid_value") {
    const word = String(valueAt(yaml, path));
    report(place, `unknown ${name}: ${word}, expected ${wanted}`, didYouMean(word, issue.values.map(String)));
  } else {
    const quote = wanted === "a text" && !/^(?:a list|keys)/.test(found) ? "put it in quotes" : undefined;
    report(place, `${name || what}: found ${found}, expected ${wanted}`, quote);
  }
}

function wantedBy(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")}`;
  if (issue.code === "invalid_type") return WANTED[issue.expected] ?? issue.expected;
  return issue.message === EMPTY_TEXT_RULE ? "a text" : issue.message;
}

const WANTED: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a plain number",
  array: "a list, such as [one, two]",
  object: "keys and values",
  record: "keys and values",
};

const MEANING: Readonly<Record<string, string>> = {
  id: "a name of its own in ascii",
  scene: "the name of a picture",
  alt: "what the picture shows",
  quote: "the exact words of the source",
  period: "the time it speaks of",
  speaker: "who said it",
  place: "where in the interview",
  formula: "a sum over {fact-id}",
  word: "the word that is counted",
  note: "what its numbers cover",
  gloss: "a sentence that explains the term",
  signature: "the address of what signs for WeChat",
};
