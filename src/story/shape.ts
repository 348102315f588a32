import type { z } from "zod";
import { near } from "./near.ts";
import type { Problem, Report } from "./problem.ts";
import { problem } from "./problem.ts";
import type { Path, Yaml } from "./yaml.ts";
import { foundAt, keyPlace, placeAt, valueAt } from "./yaml.ts";

/** What is being read: where in the YAML, what it is called in messages, and what it must look like. */
export interface Expected<T> {
  readonly path: Path;
  /** e.g. `step`, `fact`, `front matter`. */
  readonly what: string;
  readonly schema: z.ZodType<T>;
  /** The keys it may have, for suggestions. */
  readonly keys: readonly string[];
}

/** The value at a path if it has the expected shape; otherwise null, with every departure from it reported. */
export function shaped<T>(yaml: Yaml, expected: Expected<T>, report: Report): T | null {
  const result = expected.schema.safeParse(valueAt(yaml, expected.path) ?? null);
  if (result.success) return result.data;
  for (const issue of result.error.issues) for (const one of problems(yaml, expected, issue)) report(one);
  return null;
}

type Issue = z.core.$ZodIssue;

function problems<T>(yaml: Yaml, { path: base, what, keys }: Expected<T>, issue: Issue): readonly Problem[] {
  const path = [...base, ...issue.path];
  const name = String(issue.path.at(-1) ?? what);
  const place = placeAt(yaml, path);
  const found = foundAt(yaml, path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      problem(
        keyPlace(yaml, [...path, key]),
        `unknown key in ${what}: ${key}, expected one of ${keys.join(", ")}`,
        near(key, keys),
      ),
    );
  }
  if (issue.code === "invalid_value") {
    const values = issue.values.map(String);
    if (found === "nothing") return [problem(place, `${what} without ${name}, expected one of ${values.join(", ")}`)];
    const word = String(valueAt(yaml, path));
    return [problem(place, `unknown ${name}: ${word}, expected one of ${values.join(", ")}`, near(word, values))];
  }
  if (issue.code === "invalid_type") {
    const wanted = WANTED[issue.expected] ?? issue.expected;
    if (found !== "nothing")
      return [problem(place, `${name}: found ${found}, expected ${wanted}`, quotes(issue.expected, found))];
    return [
      problem(
        place,
        issue.path.length === 0 ? `empty ${what}, expected ${wanted}` : `${what} without ${name}, expected ${wanted}`,
      ),
    ];
  }
  if (issue.code === "custom" && issue.message === EMPTY)
    return [problem(place, `${what} without ${name}, expected a text`)];
  return [problem(place, `${name}: found ${found}, expected ${issue.message}`)];
}

/** The message of a schema's rule against blank texts. */
export const EMPTY = "a text that is not empty";

const WANTED: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a plain number",
  int: "a whole number",
  array: "a list, such as [one, two]",
  object: "keys and values",
  record: "keys and values",
};

function quotes(expected: string, found: string): string | undefined {
  return expected === "string" && !found.startsWith("a list") && !found.startsWith("keys")
    ? "put it in quotes"
    : undefined;
}
