import { describe, expect, test } from "vitest";
import { checkQuotes } from "../../src/build/content/check-quotes.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import { REAL } from "./base.ts";
import { broken, said } from "./broken.ts";

const INTERVIEW = [
  "开头。",
  "重塑新格局 主持人:安源区是一个老工矿区。 康峰:预计去年全年GDP同比增长3%左右。",
  `优化新环境 主持人:问。 康峰:“财园信贷通”为157家企业发放贷款5.87亿元。${"企业,".repeat(8)}`,
  "贯彻新理念 锚定新坐标 完。",
].join(" ");

/** As `npm run check -- --source` says it, facts only. */
function saidWithSource(...changes: readonly (readonly [string, string])[]): readonly string[] {
  return checkQuotes(broken("facts.yaml", ...changes), INTERVIEW).map(formatProblem);
}

describe("S6: with the interview", () => {
  test("the base story agrees", () => {
    expect(saidWithSource()).toEqual([]);
  });

  test("a wrong speaker is named", () => {
    expect(saidWithSource(["speaker: 康峰", "speaker: 主持人"])).toEqual([
      "story/facts.yaml:17:14 speaker 与访谈不符：写的是 主持人，这句是康峰说的，应改成 康峰",
    ]);
  });

  test("a wrong place is named", () => {
    expect(saidWithSource(["place: 第二章", "place: 优化新环境 · 康峰第九段"])).toEqual([
      "story/facts.yaml:28:12 place 与访谈不符：写的是“优化新环境 · 康峰第九段”，这句在“优化新环境 · 康峰第一段”，应照改",
    ]);
  });

  test("a status that the quoted sentence contradicts is named, without the interview too", () => {
    const rules = new Map([["story/red-lines.yaml", REAL.get("story/red-lines.yaml") ?? ""]]);
    const sources = broken("facts.yaml", ["status: 预计", "status: 事实"]);
    const message = "story/facts.yaml:16:13 status 与原话不符：写的是事实，这句原话里有“预计”，应是预计";
    expect(said(new Map([...sources, ...rules]))).toEqual([message]);
    const shorter = broken("facts.yaml", ["status: 预计", "status: 事实"], ["quote: 预计去年全年GDP", "quote: GDP"]);
    expect(said(new Map([...shorter, ...rules]))).toEqual([]);
    expect(checkQuotes(new Map([...shorter, ...rules]), INTERVIEW).map(formatProblem)).toEqual([message]);
  });

  test("a quote that is written under counts or derived is compared too", () => {
    expect(saidWithSource(["value: 9\n", "value: 9\n    quote: 企业家\n"])).toEqual([
      "story/facts.yaml:60:12 访谈里没有这句引文：企业家，应从访谈逐字拷贝（从“企业”往后就对不上了）",
    ]);
    expect(saidWithSource(["text: 约374万元", "text: 约374万元\n    quote: 平均"])).toEqual([
      "story/facts.yaml:70:12 访谈里没有这句引文：平均，应从访谈逐字拷贝",
    ]);
  });
});
