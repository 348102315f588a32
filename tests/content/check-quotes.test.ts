import { describe, expect, test } from "vitest";
import { checkQuotes, countWord, normalizeText } from "../../src/build/content/check-quotes.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import { BASE } from "./base.ts";

const INTERVIEW = [
  "导语里没有那个词。",
  "重塑新格局 主持人:安源区是一个老工矿区。康峰:预计去年全年GDP同比增长3%左右。",
  `优化新环境 “财园信贷通”为157家企业发放贷款5.87亿元。${"企业,".repeat(8)}`,
  "贯彻新理念 群众、群众。",
  "锚定新坐标 要锚定新坐标。",
].join(" ");

function problems(facts: (text: string) => string, interview = INTERVIEW): readonly string[] {
  const ledger = facts(BASE.get("story/facts.yaml") ?? "");
  return checkQuotes(new Map([...BASE, ["story/facts.yaml", ledger]]), interview).map(formatProblem);
}

const PARTS = [
  { section: "导语", place: "导语", opens: null },
  { section: "一", place: "第一章", opens: "重塑新格局" },
  { section: "二", place: "第二章", opens: "优化新环境" },
  { section: "三", place: "第三章", opens: "贯彻新理念" },
  { section: "四", place: "第四章", opens: "锚定新坐标" },
];

describe("quotes", () => {
  test("of the base story occur in its interview", () => {
    expect(problems((text) => text)).toEqual([]);
  });

  test("may differ in width, spaces and sort of quotation marks", () => {
    expect(problems((text) => text.replace("quote: 为157家企业", "quote: 「财园信贷通』 为 157 家企业"))).toEqual([]);
    expect(normalizeText("\uFF08“一五十”\u3000工作法\uFF09……")).toBe(normalizeText("(「一五十」工作法)......"));
    expect(normalizeText("\uFF33\uFF0C\uFF11\uFF0E\uFF15\uFF05")).toBe("S,1.5%");
    expect(normalizeText("——萍乡")).toBe(normalizeText("-萍乡"));
  });

  test("that do not occur are reported at their place with the part that does", () => {
    expect(problems((text) => text.replace("quote: 为157家企业", "quote: 为157户企业"))).toEqual([
      'story/facts.yaml:36:12 quote not in the interview: 为157户企业, expected its exact words (it departs after "为157")',
    ]);
    expect(problems((text) => text.replace("quote: 为157家企业", "quote: 〇〇〇"))).toEqual([
      "story/facts.yaml:36:12 quote not in the interview: 〇〇〇, expected its exact words",
    ]);
  });

  test("of outside sources are left alone", () => {
    expect(problems((text) => text.replace("开办于1898年", "始建于1898年"))).toEqual([]);
  });
});

describe("counts", () => {
  test("are counted again in their part", () => {
    expect(problems((text) => text.replace("value: 9\n", "value: 8\n"))).toEqual([
      "story/facts.yaml:59:12 count differs from the interview: found 8, expected 9 for 企业 in 二",
    ]);
  });

  test("cut the interview where each part's name first stands, the name being part of it", () => {
    expect(countWord(INTERVIEW, "企业", "all", PARTS)).toBe(9);
    expect(countWord(INTERVIEW, "企业", "导语", PARTS)).toBe(0);
    expect(countWord(INTERVIEW, "群众", "三", PARTS)).toBe(2);
    expect(countWord(INTERVIEW, "锚定新坐标", "四", PARTS)).toBe(2);
    expect(countWord(INTERVIEW, "重塑", "一", PARTS)).toBe(1);
  });

  test("need the interview's four parts", () => {
    expect(problems((text) => text, "没有章名").filter((one) => one.includes("part"))).toEqual([
      "story/facts.yaml:58:14 part not in the interview: 二, expected the openings 重塑新格局, 优化新环境, 贯彻新理念, 锚定新坐标 in it",
    ]);
  });
});

test("a ledger that cannot be read is left to the compiler", () => {
  expect(checkQuotes(new Map([...BASE, ["story/facts.yaml", "a: b: c"]]), INTERVIEW)).toEqual([]);
  expect(checkQuotes(new Map(), INTERVIEW)).toEqual([]);
});
