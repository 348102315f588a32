import { describe, expect, test } from "vitest";
import { formatProblem, type Problem, problem } from "../../src/build/content/problem.ts";
import { createSourceFile } from "../../src/build/content/source-file.ts";
import { parseYearTable } from "../../src/build/content/year-table.ts";
import { compileStory } from "../../src/build/content/compile.ts";
import { scenes } from "../../src/core/scenes/config.ts";
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
    ["parts do not add up", "year,all,a,b\n2018,3,1,1.8\n", null, "story/t.csv:2:6"],
    ["a cell is no number", "year,all,a\n2018,1,约1\n", null, "story/t.csv:2:8"],
    ["a cell is missing", "year,all,a\n2018,1\n", null, "story/t.csv:2:1"],
    ["the first column is no year", "all,a\n1,1\n", null, "story/t.csv:1:1"],
    ["nothing follows the break", "year,all,a\n2018,1,1\n", 2018, "story/t.csv:1:1"],
  ])("%s", (_, text, breakAfter, place) => {
    expect(parse(text, "all", breakAfter).said).toEqual([expect.stringContaining(place)]);
  });

  test.each([
    ["a byte order mark and quotes", '\uFEFFyear,all,a\r\n"2018","1",1\r\n', []],
    ["a word", "year,all,a\n2018,不详,1\n", ["2:6 表里有 不详，应是一个数，或空着"]],
    ["thousands", 'year,all,a\n2018,"1,151.66",1151.66\n', ["2:6 表里有 1,151.66，应是一个数，或空着（写 1151.66）"]],
    [
      "full-width figures and a unit",
      "year,all,a\n2018年,\uFF11\uFF0E\uFF15,1.5\n",
      [
        "2:1 表里有 2018年，应是一个数，或空着（写 2018）",
        "2:7 表里有 \uFF11\uFF0E\uFF15，应是一个数，或空着（写 1.5）",
      ],
    ],
    [
      "full-width commas",
      "year,all,a\n2018\uFF0C1\uFF0C1\n",
      ["2:1 表里有 2018\uFF0C1\uFF0C1，应是一个数，或空着（各格用英文逗号隔开）"],
    ],
    [
      "semicolons",
      "year;all;a\n2018;1;1\n",
      ["1:1 表头写法不对：year;all;a，应是 year 和各列的名字（各格用英文逗号隔开）"],
    ],
    ["an open quotation mark", 'year,all,a\n2018,"1,1\n', ["2:6 这一格的英文引号不成对，应是一个数，不用引号"]],
    ["no year", "year,all,a\n,1,1\n", ["2:1 这一行没有年份，应是四位数的一年，如 2008"]],
    ["a short year", "year,all,a\n18,1,1\n", ["2:1 年份是 18，应是四位数的一年，如 2008"]],
    [
      "a missing year, each of two",
      "year,all,a\n2018,1,1\n2020,1,1\n2022,1,1\n",
      [
        "3:1 年份是 2020，应是 2019，一年不缺（没有数的一年也要一行，数空着，逗号要留）",
        "4:1 年份是 2022，应是 2021，一年不缺（没有数的一年也要一行，数空着，逗号要留）",
      ],
    ],
    [
      "a word in one year hides no year",
      "year,all,a\n2018,1,1\n2019,x,1\n2020,1,1\n",
      ["3:6 表里有 x，应是一个数，或空着"],
    ],
    ["a part alone", "year,all,a,b\n2018,3,1,\n", ["2:10 2018 这一行只写了几个数，应都写，或都空着（列是 all、a、b）"]],
    ["a year twice", "year,all,a\n2018,1,1\n2018,1,1\n", ["3:1 年份是 2018，上一行是 2018，应从早到晚，一年一行"]],
    [
      "a cell too many",
      "year,all,a\n2018,1,1,7\n",
      ["2:10 2018 这一行有 3 个数，应有 2 个（列是 all、a，没有的数空着，逗号要留）"],
    ],
    ["two columns of a name", "year,all,all\n2018,1,1\n", ["1:10 两列同名：all，每列应有自己的名字"]],
    ["a column without a name", "year,all,\n2018,1,1\n", ["1:10 这一列没有名字，应写一个，或删去这一列"]],
    ["a renamed total", "year,al,a\n2018,1,1\n", ["1:1 没有这一列：all，应是 al、a 之一（是不是 al？）"]],
  ])("%s", (_, text, expected) => {
    expect(parse(text).said).toEqual(expected.map((one) => `story/t.csv:${one}`));
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
