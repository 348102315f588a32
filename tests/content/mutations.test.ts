import fc from "fast-check";
import { expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import { createSourceFile } from "../../src/build/content/source-file.ts";
import { scenes } from "../../src/core/scenes/config.ts";
import { WIDE } from "../wide.ts";
import { BASE, BASE_SCENES, REAL } from "./base.ts";

const RUNS = WIDE ? 3000 : 200;
const REAL_SCENES = new Map(Object.entries(scenes));
const SIGNS = [
  ..."{}[]()#:-*_`~|>\"'&!,.。“\t\n \u{feff}\u{1f642}0三",
  ..."\uFF5B\uFF5D\uFF3B\uFF3D\uFF08\uFF09\uFF1A\uFF0C\uFF0A\uFF03\u3000",
];

/** One slip of an editor's hand; `at` and `to` are fractions of the text's length. */
interface Slip {
  readonly unit: "character" | "line";
  readonly act: "delete" | "double" | "swap" | "insert";
  readonly at: number;
  readonly to: number;
  readonly sign: string;
}

const slip: fc.Arbitrary<Slip> = fc.record({
  unit: fc.constantFrom("character", "line"),
  act: fc.constantFrom("delete", "double", "swap", "insert"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  sign: fc.constantFrom(...SIGNS),
});

function slipped(text: string, { unit, act, at, to, sign }: Slip): string {
  const parts = unit === "line" ? text.split("\n") : [...text];
  const index = Math.min(parts.length - 1, Math.floor(at * parts.length));
  const other = Math.min(parts.length - 1, Math.floor(to * parts.length));
  const [here = "", there = ""] = [parts[index], parts[other]];
  if (act === "delete") parts.splice(index, 1);
  else if (act === "double") parts.splice(index, 0, here);
  else if (act === "insert") parts.splice(index, 0, sign);
  else [parts[index], parts[other]] = [there, here];
  return parts.join(unit === "line" ? "\n" : "");
}

test.each([
  ["the base story", BASE, BASE_SCENES, RUNS],
  // It takes twenty times as long to compile.
  ["the published story", REAL, REAL_SCENES, RUNS / 4],
])("%s with slips compiles or has problems at places that exist", (_, story, known, numRuns) => {
  const files = [...story.keys()];
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.array(slip, { minLength: 1, maxLength: 3 }), (file, slips) => {
      const sources = new Map([...story, [file, slips.reduce(slipped, story.get(file) ?? "")]]);
      const result = compileStory(sources, known);
      expect(result.story === null).toBe(result.problems.length > 0);
      for (const problem of result.problems) {
        const said = formatProblem(problem);
        const source = sources.get(problem.file);
        if (source === undefined) throw new Error(`no such file: ${said}`);
        const line = createSourceFile(problem.file, source).text.split("\n")[problem.line - 1];
        if (line === undefined) throw new Error(`no such line: ${said}`);
        expect(problem.column, said).toBeGreaterThanOrEqual(1);
        expect(problem.column, said).toBeLessThanOrEqual(line.length + 1);
        expect(said, "one line each").not.toMatch(/[\n\r]/);
      }
    }),
    { seed: 18981898, numRuns },
  );
});

test("the order of the files does not matter", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...BASE.keys()], { minLength: BASE.size }), slip, (order, one) => {
      const broken = (file: string): string => slipped(BASE.get(file) ?? "", one);
      const sorted = new Map([...BASE.keys()].map((file) => [file, broken(file)]));
      const shuffled = new Map(order.map((file) => [file, broken(file)]));
      expect(compileStory(shuffled, BASE_SCENES)).toEqual(compileStory(sorted, BASE_SCENES));
    }),
    { seed: 18981898, numRuns: 60 },
  );
});
