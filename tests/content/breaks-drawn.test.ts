import { describe, expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import { BASE_SCENES } from "./base.ts";
import { broken, said } from "./broken.ts";

describe("S7: numbers that cannot be drawn", () => {
  const share = (id: string, sector: string, value: number): string =>
    `\n  - {id: ${id}, name: 某市${sector}占比, value: ${value}, unit: "%", period: 2020年, status: 陈述, speaker: 康峰, quote: 占${value}%, place: 第一章}`;
  const shared = (...values: readonly [number, number, number]): readonly string[] => {
    const [first, second, third] = values;
    const added =
      share("one", "第一产业", first) + share("two", "第二产业", second) + share("three", "第三产业", third);
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
      "story/2-town.md:12:8 firms 是 300家，比图上的 240 粒还多，一粒画不了一家，应换一幅图",
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
    "story/1-mine.md:44:1 正文偏长：310 个字，宜在 120 个字以内",
  ]);
});
