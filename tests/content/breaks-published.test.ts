import { describe, expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import { config } from "../../src/core/scenes/config.ts";
import { REAL } from "./base.ts";

describe("the published story", () => {
  const saidOf = (file: string, from: string, to: string): readonly string[] => {
    const text = REAL.get(`story/${file}`) ?? "";
    expect(text).toContain(from);
    const sources = new Map([...REAL, [`story/${file}`, text.replace(from, () => to)]]);
    return compileStory(sources, new Map(Object.entries(config.scenes))).problems.map(formatProblem);
  };

  test.each([
    [
      "an unreadable facts.yaml",
      "facts.yaml",
      "    unit: 年\n",
      "     unit: 年\n",
      /^story\/facts\.yaml:\d+:6 写法不对：缩进多了 1 个空格/,
    ],
    [
      "a table that is not there",
      "facts.yaml",
      "table: sectors.csv",
      "table: sector.csv",
      /没有这个文件：sector\.csv.*是不是 sectors\.csv？/,
    ],
    [
      "a table in another encoding",
      "ranks.csv",
      "year,rank",
      "year,\uFFFD\uFFFD",
      /^story\/ranks\.csv:1:6 文件不是 UTF-8 编码/,
    ],
    [
      "a year that the table has not",
      "facts.yaml",
      "{sectors.2023.tertiary}",
      "{sectors.2024.tertiary}",
      /表 sectors 里没有 2024 年，应是 2000 到 2023 的一年$/,
    ],
    [
      "a column that the table has not",
      "facts.yaml",
      "{sectors.2023.tertiary}",
      "{sectors.2023.tertiar}",
      /表 sectors 里没有这一列：tertiar，.*（是不是 tertiary？）$/,
    ],
    [
      "a cell that is written wrongly",
      "facts.yaml",
      "{ranks.2008.rank}",
      "{ranks.rank}",
      /这一格写法不对：\{ranks\.rank\}，应是 \{事实 id\.年\.列名\}/,
    ],
    [
      "a cell that is empty",
      "facts.yaml",
      "{ranks.2008.rank}",
      "{ranks.2009.rank}",
      /表 ranks 里 2009 年的 rank 是空的/,
    ],
    [
      "预计 of the first rate alone lost",
      "1-pattern.md",
      "全区GDP预计[同比]",
      "全区GDP[同比]",
      /\{gdp\} 前面没有“预计”：它的状态是预计，应在同一句的前面写明预计$/,
    ],
    [
      "one phrase of two red lines",
      "2-environment.md",
      "发放贷款{loans}。谁",
      "发放补贴{loans}。谁",
      /红线句：发放补贴/,
    ],
    [
      "a status with a slip",
      "facts.yaml",
      "status: 预计",
      "status: 预测",
      /status 没有这个词：预测，.*（是不是 预计？）$/,
    ],
  ])("%s is one message", (_, file, from, to, expected) => {
    expect(saidOf(file, from, to)).toEqual([expect.stringMatching(expected)]);
  });

  test.each([
    ["facts.yaml", "confidence: A−", "confidence: A-"],
    ["sectors.csv", "year,gdp", "\uFEFFyear,gdp"],
    [
      "1-pattern.md",
      "全区GDP预计[同比](term:yoy)增长{gdp}，[财政总收入](term:revenue)预计同比增长{revenue}",
      "预计全区GDP[同比](term:yoy)增长{gdp}，[财政总收入](term:revenue)同比增长{revenue}",
    ],
  ])("may say in %s for %s: %s", (file, from, to) => {
    expect(saidOf(file, from, to)).toEqual([]);
  });
});
