import { describe, expect, test } from "vitest";
import { formatProblem, type Problem, problem } from "../../src/build/content/problem.ts";
import { createSourceFile } from "../../src/build/content/source-file.ts";
import { parseYearTable } from "../../src/build/content/year-table.ts";
import { compileStory } from "../../src/build/content/compile.ts";
import { scenes } from "../../src/core/scenes/index.ts";
import { BASE, BASE_SCENES, REAL } from "./base.ts";

function parse(text: string, total: string | null = "all", breakAfter: number | null = null) {
  const problems: Problem[] = [];
  const table = parseYearTable(createSourceFile("story/t.csv", text), { total, breakAfter }, (place, message, hint) =>
    problems.push(problem(place, message, hint)),
  );
  return { table, said: problems.map(formatProblem) };
}

describe("tables of yearly values", () => {
  test("are read with gaps and a break", () => {
    expect(parse("year,all,a,b\r\n2018,3,1,2\r\n2019,,,\r\n", "all", 2018)).toEqual({
      table: {
        columns: ["all", "a", "b"],
        names: ["all", "a", "b"],
        rows: [
          { year: 2018, values: [3, 1, 2] },
          { year: 2019, values: [null, null, null] },
        ],
        breakAfter: 2018,
      },
      said: [],
    });
  });

  test.each([
    ["a year is missing", "year,all,a\n2018,1,1\n2020,1,1\n", null, "story/t.csv:3:1"],
    ["parts do not add up", "year,all,a,b\n2018,3,1,1.8\n", null, "story/t.csv:2:1"],
    ["a cell is no number", "year,all,a\n2018,1,约1\n", null, "story/t.csv:2:1"],
    ["a cell is missing", "year,all,a\n2018,1\n", null, "story/t.csv:2:1"],
    ["the first column is no year", "all,a\n1,1\n", null, "story/t.csv:1:1"],
    ["nothing follows the break", "year,all,a\n2018,1,1\n", 2018, "story/t.csv:1:1"],
  ])("%s", (_, text, breakAfter, place) => {
    expect(parse(text, "all", breakAfter).said).toEqual([expect.stringContaining(place)]);
  });

  test("a formula over the break is refused, one on either side is not", () => {
    const facts = REAL.get("story/facts.yaml") ?? "";
    const over = facts.replace("{sectors.2011.secondary} /", "({sectors.2011.secondary} - {sectors.2020.secondary}) /");
    expect(over).not.toBe(facts);
    const { problems } = compileStory(new Map([...REAL, ["story/facts.yaml", over]]), new Map());
    expect(problems.filter(({ message }) => message.includes("断点"))).toHaveLength(1);
    expect(compileStory(REAL, new Map()).problems.filter(({ message }) => message.includes("断点"))).toEqual([]);
  });

  test("a table that is not there is named", () => {
    const facts = `${BASE.get("story/facts.yaml") ?? ""}`;
    const { problems } = compileStory(
      new Map([...BASE, ["story/facts.yaml", facts.replace("    source:", "    table: no.csv\n    source:")]]),
      BASE_SCENES,
    );
    expect(problems.map(({ message }) => message).join()).toContain("no.csv");
  });
});

describe("a data picture of several scopes", () => {
  const chapter = REAL.get("story/1-pattern.md") ?? "";
  const line = "scopes: [全国, 江西省, 萍乡市, 安源区]\n";

  test.each([
    ["is refused unless its step names them", ""],
    ["is refused when its step leaves one out", "scopes: [全国, 江西省, 萍乡市]\n"],
  ])("%s", (_, written) => {
    const input = chapter.replace(line, written);
    expect(input).not.toBe(chapter);
    const { problems } = compileStory(
      new Map([...REAL, ["story/1-pattern.md", input]]),
      new Map(Object.entries(scenes)),
    );
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining("口径")]);
  });
});
