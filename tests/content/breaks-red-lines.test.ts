import { describe, expect, test } from "vitest";
import { BASE, REAL } from "./base.ts";
import { broken, said } from "./broken.ts";

describe("S5: red lines of the published story", () => {
  const RULES = REAL.get("story/red-lines.yaml") ?? "";
  const withRules = (sources: ReadonlyMap<string, string>): readonly string[] =>
    said(new Map([...sources, ["story/red-lines.yaml", RULES]]));

  test("the sentence of every estimate says so, in a title as in a description", () => {
    expect(withRules(BASE)).toEqual([
      "story/1-mine.md:30:4 {growth} 前面没有“预计”：它的状态是预计，应在同一句的前面写明预计",
      "story/1-mine.md:38:13 {growth} 前面没有“预计”：它的状态是预计，应在同一句的前面写明预计",
    ]);
  });

  const hedged = broken("1-mine.md", ["## {growth}的增速", "## 预计{growth}"], ["写着{growth}", "写着预计{growth}"]);

  test("a label may leave it to another label of its picture, a text not to the sentence before", () => {
    const text = hedged.get("story/1-mine.md") ?? "";
    const chapter = (from: string, to: string) => new Map([...hedged, ["story/1-mine.md", text.replace(from, to)]]);
    expect(withRules(hedged)).toEqual([]);
    expect(withRules(chapter("增速预计为{growth}。", "增速是预计的。是{growth}。"))).toEqual([
      "story/1-mine.md:44:13 {growth} 前面没有“预计”：它的状态是预计，应在同一句的前面写明预计",
    ]);
    expect(withRules(chapter("growth: 预计{growth}", 'growth: "{growth}"'))).toEqual([
      "story/1-mine.md:41:12 {growth} 前面没有“预计”：它的状态是预计，应在同一句的前面写明预计",
    ]);
  });

  test.each([
    "转型成功",
    "转型失败",
    "跑赢",
    "跑输",
    "垫底",
    "承诺落空",
    "已建成“动力谷”",
    "发放补贴",
    "发放了一笔补贴",
    "全省前十",
    "全国首创",
    "惠企资金",
    "最后的煤矿",
    "最后一家煤矿",
    "已形成“三足鼎立”",
    "被放弃",
    "工业占比",
  ])("%s is refused, with the reason and the words to use", (phrase) => {
    const found = withRules(
      new Map([...hedged, ["story/after.md", `${BASE.get("story/after.md") ?? ""}\n它${phrase}。\n`]]),
    );
    expect(found).toEqual([expect.stringMatching(/^story\/after\.md:17:\d+ 红线句：.+，.+，应写.+$/)]);
  });

  test("is refused across a fact, a term and bold words, and in every sort of text", () => {
    for (const [file, from, to] of [
      ["2-town.md", "为{firms}企业", "为{firms}中小微企业"],
      ["2-town.md", "为{firms}企业", "**转型**[成功](term:loan)"],
      ["2-town.md", "## 平均每家{average}", "## 跑赢"],
      ["2-town.md", "change: 长条散开", "change: 垫底散开"],
      ["1-mine.md", "left: 还亮着的", "left: 全国首创"],
      ["story.md", "hint: 向下读", "hint: 跑赢"],
      ["terms.yaml", "要还的钱", "发放补贴"],
      ["facts.yaml", "note: 原文只说企业", "note: 中小微企业贷款"],
    ] as const) {
      const text = (hedged.get(`story/${file}`) ?? "").replace(from, to);
      const found = withRules(new Map([...hedged, [`story/${file}`, text]]));
      expect(found, to).toEqual([expect.stringMatching(/红线句/)]);
    }
  });

  test("does not refuse what may be said", () => {
    const text = `${BASE.get("story/after.md") ?? ""}\n最后的地方煤矿。“十佳”是榜名。没有查到建成的消息。要形成“三足鼎立”新格局。\n`;
    expect(withRules(new Map([...hedged, ["story/after.md", text]]))).toEqual([]);
  });

  test("a wrong rule is named", () => {
    const rules =
      "phrases:\n  - phrases: [甲]\n    reason: 乙\nhedges:\n  - status: 估计\n    words: [估]\nphrase: []\n";
    expect(said(new Map([...BASE, ["story/red-lines.yaml", rules]]))).toHaveLength(3);
  });
});
