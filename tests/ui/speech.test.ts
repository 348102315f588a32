import { describe, expect, test } from "vitest";
import { markSpoken, pronounce, splitSpeech } from "../../src/core/lib/speech.ts";

describe("a text as a voice says it", () => {
  const said: readonly (readonly [written: string, spoken: string])[] = [
    ["3.3%", "百分之3.3"],
    ["下降−0.7%", "下降负百分之0.7"],
    ["3%—5%", "百分之3到百分之5"],
    ["3—5人", "3到5人"],
    ["1—10月", "1到10月"],
    ["2000—2023年", "二零零零年到二零二三年"],
    ["2025年12月31日", "二零二五年12月31日"],
    ["2021-03-01", "二零二一年3月1日"],
    ["12020年", "12020年"],
    ["10.2:52.1:37.7", "10.2比52.1比37.7"],
    ["1/3", "3分之1"],
    ["元/吨", "元每吨"],
    ["25,691.5亿元", "25691.5亿元"],
    ["212km²", "212平方公里"],
    ["60㎡", "60平方米"],
    ["10 km", "10公里"],
    ["30km以外", "30公里以外"],
    ["15℃", "15摄氏度"],
    ["５０％", "百分之50"],
    ["GDP增长", "G D P增长"],
    ["2家，第2家，12家", "两家，第2家，12家"],
    ["修复+产业", "修复加产业"],
    ["“稳”中求‘进’", "稳中求进"],
    ["「双轮」与《公报》", "双轮与公报"],
    ["井深770米①，旧[3]数*", "井深770米，旧数"],
    ["他说——要快……", "他说，要快，"],
    ["“动力谷”“硅谷”", "动力谷、硅谷"],
    ["（萍乡）第9", "萍乡，第9"],
    ["新环境 · 第二个“形成”：前面有“加速”", "新环境，第二个形成：前面有加速"],
    ["旧账。……新账", "旧账。新账"],
  ];
  test.each(said)("%s", (written, spoken) => {
    expect(pronounce(written)).toBe(spoken);
    expect(pronounce(spoken)).toBe(spoken);
  });
});

describe("a passage in utterances", () => {
  test("a sentence ends behind its stop and the marks that close there", () => {
    const text = "他说：“走。”谁走？我们走！";
    expect(splitSpeech([{ text }]).map(({ from, to }) => text.slice(from, to))).toEqual([
      "他说：“走。”",
      "谁走？",
      "我们走！",
    ]);
  });

  test("the stretches of sentences follow one another and leave out signs alone", () => {
    const text = "一。……”二，\n三";
    const stretches = splitSpeech([{ text }]).map(({ from, to }) => text.slice(from, to));
    expect(stretches).toEqual(["一。", "……”二，\n", "三"]);
  });

  test("a long sentence is split between clauses, as few as may be", () => {
    const clause = "颗粒一粒接一粒亮起来，";
    const text = `${clause.repeat(9)}完。`;
    const sentences = splitSpeech([{ text }]);
    expect(sentences.map(({ from, to }) => to - from)).toEqual([44, 44, 13]);
  });

  test("a run that is said otherwise is said whole and is not split", () => {
    const runs = [{ text: "约" }, { text: "3。5：1", spoken: "三点五比一" }, { text: "。好" }];
    expect(splitSpeech(runs)).toEqual([
      { from: 0, to: 7, spoken: "约三点五比一。" },
      { from: 7, to: 8, spoken: "好" },
    ]);
  });

  test("a sign and its number may be in neighbouring runs", () => {
    expect(splitSpeech([{ text: "2021年" }, { text: "初，占52" }, { text: "%" }])[0]?.spoken).toBe(
      "二零二一年初，占百分之52",
    );
  });
});

test("of texts that are said otherwise the first is marked, and of two that begin there the longer one", () => {
  const spoken = [
    { text: "5.87", spoken: "五八七" },
    { text: "5.87亿元", spoken: "五点八七亿" },
  ];
  expect(markSpoken("贷款5.87亿元，5.87", spoken)).toEqual([
    { text: "贷款" },
    { text: "5.87亿元", spoken: "五点八七亿" },
    { text: "，" },
    { text: "5.87", spoken: "五八七" },
  ]);
});
