import { describe, expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import { config } from "../../src/core/scenes/config.ts";
import { BASE_SCENES, REAL } from "./base.ts";
import { broken, said } from "./broken.ts";

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
      ["rates", { labels: ["growth"], facts: ["growth"], limits: { growth: 7 } }],
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
    const { growth, growthContext } = {
      growth: config.scenes["growth"],
      growthContext: config.scenes["growth-context"],
    };
    expect(Object.keys(growth?.limits ?? {})).toEqual(["gdp", "revenue", "income"]);
    expect(Object.keys(growthContext?.limits ?? {})).toHaveLength(5);
    const facts = REAL.get("story/facts.yaml") ?? "";
    const wrong = facts.replace("value: 6\n", "value: 60\n").replace("收入增长6%", "收入增长60%");
    expect(wrong).not.toBe(facts);
    const { problems } = compileStory(
      new Map([...REAL, ["story/facts.yaml", wrong]]),
      new Map(Object.entries(config.scenes)),
    );
    expect(problems.map(formatProblem)).toEqual([expect.stringMatching(/^story\/1-pattern\.md:\d+:\d+ income 是 60%/)]);
  });

  test("a count that a picture draws one by one is at most its grains", () => {
    const scenes = new Map([...BASE_SCENES, ["cover", { labels: [], facts: ["firms"] }]]);
    const found = (value: number): readonly string[] => {
      const sources = broken("facts.yaml", ["value: 157", `value: ${value}`], ["为157家", `为${value}家`]);
      return compileStory(sources, scenes)
        .problems.map(formatProblem)
        .filter((one) => one.includes("粒"));
    };
    expect(found(240)).toEqual([]);
    expect(found(300)).toContain(
      "story/2-town.md:15:16 firms 是 300家，比图上的 240 粒还多，一粒画不了一家，应换一幅图",
    );
  });

  test("counts that stand in one picture are together at most its grains", () => {
    const scenes = new Map([...BASE_SCENES, ["cover", { labels: [], facts: ["firms", "count-firms"] }]]);
    const found = (value: number): readonly string[] =>
      compileStory(
        broken("facts.yaml", ["unit: 次", "unit: 家"], ["value: 9\n", `value: ${value}\n`]),
        scenes,
      ).problems.map(formatProblem);
    expect(found(83).filter((one) => one.includes("粒"))).toEqual([]);
    expect(found(84)).toContain(
      "story/2-town.md:15:16 firms、count-firms 一共是 241家，比图上的 240 粒还多，一粒画不了一家，应换一幅图",
    );
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
  (label, said) => {
    const [name = ""] = label.split(":");
    const written = label.replace(/\{(\d+)\}/, (_, count) => "签".repeat(Number(count)));
    const scenes = new Map([...BASE_SCENES, ["seam", { labels: [name, "gone"] }]]);
    const { problems, warnings } = compileStory(broken("1-mine.md", ["left: 还亮着的", written]), scenes);
    expect([problems, warnings.map(formatProblem)]).toEqual([[], said]);
  },
);
