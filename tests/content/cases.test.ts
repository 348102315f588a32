import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import { BASE, BASE_SCENES } from "./base.ts";

const FOLDER = new URL("cases/", import.meta.url);
const names = readdirSync(FOLDER);
const inputs = names.filter((name) => !name.endsWith(".txt"));

/** `07-name.facts.yaml` stands for `story/facts.yaml`, and its expected output is `07-name.txt`. */
function replaced(input: string): { readonly file: string; readonly output: string } {
  const [name = "", ...rest] = input.split(".");
  return { file: `story/${rest.join(".")}`, output: `${name}.txt` };
}

function read(name: string): string {
  return readFileSync(new URL(name, FOLDER), "utf8");
}

/**
 * Signs that an editor or a formatter may exchange for others that look alike, or lose. The comma of Chinese texts is
 * none: in half width it gives a message.
 */
const FRAGILE = /[\uFF01-\uFF0B\uFF0D-\uFF5E\u3000\uFEFF\u00D7\r\t]| (?= *\n)/gu;

/** By number of the case, which of these signs it is about; any other case holds none. */
const HELD: Readonly<Record<string, string>> = {
  "018": "\uFF05\uFF0E\uFF10\uFF11\uFF15\uFF17\uFF18",
  "094": " ",
  "124": "\t",
  "136": "\uFEFF",
  "137": "\uFEFF",
  "138": "\r",
  "139": "\r",
  "140": "\u3000\uFF01\uFF08\uFF09\uFF0A\uFF1A\uFF3B\uFF3D\uFF5B\uFF5D",
  "141": "\u00D7\uFF08\uFF09\uFF0A\uFF0B\uFF0D\uFF0E\uFF0F\uFF10\uFF11\uFF5B\uFF5D",
  "147": "\u3000\uFF1A",
  "151": "\uFEFF\r",
  "173": "\uFF1A\uFF53\uFF5B\uFF5D",
  "175": "\uFF03\uFF0A\uFF1A\uFF1E\uFF5C",
  "176": "\uFF5B\uFF5D",
  "177": "\uFF08\uFF09\uFF1A",
};

/** Code points, e.g. `U+FF1A`, each once, in order. */
function codePoints(signs: Iterable<string>): readonly string[] {
  return [...new Set(signs)]
    .sort()
    .map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`);
}

test("the base story compiles", () => {
  const { story, problems } = compileStory(BASE, BASE_SCENES);
  expect(problems.map(formatProblem)).toEqual([]);
  expect(story?.steps.map(({ id }) => id)).toEqual(["cover", "depletion", "growth", "average"]);
});

test("every input has its output and every output its input", () => {
  expect(names.filter((name) => name.endsWith(".txt"))).toEqual(inputs.map((input) => replaced(input).output));
});

test.each(inputs)("%s holds the fragile signs that it is about", (input) => {
  expect(codePoints(read(input).match(FRAGILE) ?? [])).toEqual(codePoints(HELD[input.slice(0, 3)] ?? ""));
});

describe("a story with one file replaced", () => {
  test.each(inputs)("%s", (input) => {
    const { file, output } = replaced(input);
    expect(read(input), "the case is the base itself").not.toBe(BASE.get(file));
    const { story, problems } = compileStory(new Map([...BASE, [file, read(input)]]), BASE_SCENES);
    expect(problems.map((one) => `${formatProblem(one)}\n`).join("")).toBe(read(output));
    expect(story === null).toBe(problems.length > 0);
  });
});
