import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/story/compile.ts";
import { wording } from "../../src/story/problem.ts";
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

test("the base story compiles", () => {
  const { story, problems } = compile(BASE, BASE_SCENES);
  expect(problems.map(wording)).toEqual([]);
  expect(story?.steps.map(({ id }) => id)).toEqual(["cover", "depletion", "growth", "average"]);
});

test("every input has its output and every output its input", () => {
  expect(names.filter((name) => name.endsWith(".txt"))).toEqual(inputs.map((input) => replaced(input).output));
});

describe("a story with one file replaced", () => {
  test.each(inputs)("%s", (input) => {
    const { file, output } = replaced(input);
    expect(read(input), "the case is the base itself").not.toBe(BASE.get(file));
    const { story, problems } = compile(new Map([...BASE, [file, read(input)]]), BASE_SCENES);
    expect(problems.map((one) => `${wording(one)}\n`).join("")).toBe(read(output));
    expect(story === null).toBe(problems.length > 0);
  });
});
