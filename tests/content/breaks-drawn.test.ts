import { describe, expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import { config } from "../../src/core/scenes/config.ts";
import { BASE_SCENES, REAL } from "./base.ts";
import { broken, said } from "./broken.ts";

/** Problems of the published story with another text of one file. */
function saidOfPublished(file: string, text: string): readonly string[] {
  const sources = new Map([...REAL, [`story/${file}`, text]]);
  return compileStory(sources, new Map(Object.entries(config.scenes))).problems.map(formatProblem);
}

describe("S7: numbers that cannot be drawn", () => {
  const share = (id: string, sector: string, value: number): string =>
    `\n  - {id: ${id}, name: 某市${sector}占比, value: ${value}, unit: "%", period: 2020年, status: 陈述, speaker: 康峰, quote: 占${value}%, place: 第一章}`;
  const shared = (...values: readonly number[]): readonly string[] => {
    const ids = ["one", "two", "three"];
    const sectors = ["第一产业", "第二产业", "第三产业"];
    const added = values.map((value, index) => share(ids[index] ?? "", sectors[index] ?? "", value)).join("");
    const sources = broken("facts.yaml", ["    note: 原文只说企业\n", `    note: 原文只说企业${added}\n`]);
    return said(sources).filter((one) => !one.includes("没有用到的事实"));
  };

  test("shares of one whole add up to 100, give or take their rounding", () => {
    expect(shared(7.9, 43.6, 48.5)).toEqual([]);
    expect(shared(7.9, 43.6, 48.6)).toEqual([]);
    expect(shared(7.9, 53.6, 48.5)).toEqual([
      "story/facts.yaml:41:10 三次产业占比相加是 110，应是 100：one 7.9、two 53.6、three 48.5",
    ]);
  });

  test("two of three shares are at most 100", () => {
    expect(shared(7.9, 43.6)).toEqual([]);
    expect(shared(60, 43.6)).toEqual([
      "story/facts.yaml:40:10 三次产业占比相加是 103.6，应不超过 100：one 60、two 43.6",
    ]);
  });

  test("a value is within the ruler of its picture", () => {
    const scenes = new Map([
      ...BASE_SCENES,
      ["rates", { labels: ["growth"], facts: ["growth"], limits: [{ facts: ["growth"], most: 7 }] }],
    ]);
    const found = (value: number): readonly string[] => {
      const changes = ["value: 3\n", "text: 3%", "增长3%"].map(
        (one) => [one, one.replace("3", String(value))] as const,
      );
      return compileStory(broken("facts.yaml", ...changes), scenes).problems.map(formatProblem);
    };
    expect(found(7)).toEqual([]);
    expect(found(60)).toEqual([
      "story/1-mine.md:37:9 growth 是 60%左右，图 rates 只能画 0 到 7%，应核对这个数，没有写错就换一幅图",
    ]);
    expect(found(-3)).toEqual([expect.stringContaining("growth 是 -3%左右，图 rates 只能画 0 到 7%")]);
  });

  test("every rate of the published story has a ruler", () => {
    const facts = REAL.get("story/facts.yaml") ?? "";
    const wrong = facts.replace("value: 6\n", "value: 60\n").replace("收入增长6%", "收入增长60%");
    expect(wrong).not.toBe(facts);
    expect(saidOfPublished("facts.yaml", wrong)).toEqual([
      expect.stringMatching(/^story\/1-pattern\.md:\d+:\d+ income 是 60%，图 growth 只能画 0 到 7%，/),
    ]);
  });

  test("a count that a picture draws one by one is at most its grains", () => {
    const limits = [{ facts: ["firms"], most: 240 }];
    const scenes = new Map([...BASE_SCENES, ["cover", { labels: [], facts: ["firms"], limits }]]);
    const found = (value: number): readonly string[] => {
      const sources = broken("facts.yaml", ["value: 157", `value: ${value}`], ["为157家", `为${value}家`]);
      return compileStory(sources, scenes)
        .problems.map(formatProblem)
        .filter((one) => one.startsWith("story/2-town"));
    };
    expect(found(240)).toEqual([]);
    expect(found(300)).toEqual([
      "story/2-town.md:15:16 firms 是 300家，图 cover 只能画 0 到 240家，应核对这个数，没有写错就换一幅图",
    ]);
  });

  test("counts that a picture draws together are together at most its grains", () => {
    const limits = [{ facts: ["firms", "count-firms"], most: 240, together: true }];
    const scenes = new Map([...BASE_SCENES, ["cover", { labels: [], limits }]]);
    const found = (value: number): readonly string[] =>
      compileStory(broken("facts.yaml", ["value: 9\n", `value: ${value}\n`]), scenes)
        .problems.map(formatProblem)
        .filter((one) => one.startsWith("story/2-town"));
    expect(found(83)).toEqual([]);
    expect(found(84)).toEqual([
      "story/2-town.md:15:16 firms、count-firms 一共是 241家，图 cover 只能画 0 到 240家，应核对这个数，没有写错就换一幅图",
    ]);
  });

  test("300 firms and 200 closed mines are more than the published pictures hold", () => {
    const facts = REAL.get("story/facts.yaml") ?? "";
    const firms = facts.replace("value: 157", "value: 300").replace("为157家", "为300家");
    expect(saidOfPublished("facts.yaml", firms)).toContainEqual(
      expect.stringContaining("firms 是 300家，图 firms 只能画 0 到 240家"),
    );
    const mines = facts.replace("value: 51\n", "value: 230\n").replaceAll("集中关闭51家", "集中关闭230家");
    expect(saidOfPublished("facts.yaml", mines)).toContainEqual(
      expect.stringContaining("mines-2016、mines-2025 一共是 248家，图 coal-ends 只能画 0 到 239家"),
    );
  });

  test.each([
    ["ranks.csv", "2021,10", "2021,12", "ranks 里 2021 年是 12位，图 rank 只能画 0 到 11位"],
    ["sectors.csv", "228.10,25.68,131.70", "228.10,-25.68,183.06", "sectors 里 2005 年是 -25.68，图 city 画不出负数"],
    [
      "sectors.csv",
      "gdp,primary",
      "gdp,first",
      "sectors 的表里没有这一列：primary，图 city 要画它，表里是 gdp、first、secondary、tertiary",
    ],
    ["facts.yaml", "    break: 2018\n", "", "sectors 没有写断点，图 city 要在那里断开"],
  ])("a table is what its picture draws: %s with %s as %s", (file, from, to, message) => {
    const text = REAL.get(`story/${file}`) ?? "";
    expect(text).toContain(from);
    expect(saidOfPublished(file, text.replace(from, to))).toContainEqual(expect.stringContaining(message));
  });
});

test("S10: long texts, titles and labels are warned of and fail nothing", () => {
  const sources = broken(
    "1-mine.md",
    ["据介绍，", "长".repeat(300)],
    ["## 面对资源枯竭", `## ${"题".repeat(25)}`],
    ["left: 还亮着的", `left: ${"签".repeat(22)}`],
  );
  const { story, problems, warnings } = compileStory(sources, BASE_SCENES);
  expect([story === null, problems]).toEqual([false, []]);
  expect(warnings.map(formatProblem)).toEqual([
    "story/1-mine.md:8:4 标题偏长：25 个字，宜在 16 个字以内",
    "story/1-mine.md:19:9 图上的字偏长：22 个字，宜在 18 个字以内",
    "story/1-mine.md:44:1 正文偏长：309 个字，宜在 120 个字以内",
  ]);
});

test.each([
  ["source: {40}", []],
  ["scope: {40}", []],
  ["left: {39}。", []],
  ["left: {18}", []],
  ["left: {17}abc", ["story/1-mine.md:19:9 图上的字偏长：19 个字，宜在 18 个字以内"]],
  ["source: {41}", ["story/1-mine.md:19:11 图边的一行偏长：41 个字，宜在 40 个字以内"]],
  ["left: {40}。", ["story/1-mine.md:19:9 图边的一行偏长：41 个字，宜在 40 个字以内"]],
])(
  "S10: a source, a scope and a whole sentence may be a line, two Latin letters are one character: %s",
  (label, expected) => {
    const [name = ""] = label.split(":");
    const written = label.replace(/\{(\d+)\}/, (_, count) => "签".repeat(Number(count)));
    const scenes = new Map([...BASE_SCENES, ["seam", { labels: [name, "gone"] }]]);
    const { problems, warnings } = compileStory(broken("1-mine.md", ["left: 还亮着的", written]), scenes);
    expect([problems, warnings.map(formatProblem)]).toEqual([[], expected]);
  },
);
