import { describe, expect, test } from "vitest";
import { checkQuotes } from "../../src/build/content/check-quotes.ts";
import { countIn } from "../../src/build/content/count-in-interview.ts";
import { normalizeText } from "../../src/build/content/interview.ts";
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
      "story/facts.yaml:36:12 访谈里没有这句引文：为157户企业，应从访谈逐字拷贝（从“为157”往后就对不上了）",
    ]);
    expect(problems((text) => text.replace("quote: 为157家企业", "quote: 〇〇〇"))).toEqual([
      "story/facts.yaml:36:12 访谈里没有这句引文：〇〇〇，应从访谈逐字拷贝",
    ]);
  });

  test("of outside sources are left alone", () => {
    expect(problems((text) => text.replace("开办于1898年", "始建于1898年"))).toEqual([]);
  });
});

describe("counts", () => {
  test("are counted again in their part", () => {
    expect(problems((text) => text.replace("value: 9\n", "value: 8\n"))).toEqual([
      "story/facts.yaml:59:12 计数与访谈不符：写的是 8，“企业”在 二 里数出 9，应改成 9",
    ]);
  });

  test("cut the interview where each part's name first stands, the name being part of it", () => {
    const count = (word: string, section: string) => countIn(INTERVIEW, { word, section }, PARTS)?.value;
    expect(count("企业", "all")).toBe(9);
    expect(count("企业", "导语")).toBe(0);
    expect(count("群众", "三")).toBe(2);
    expect(count("锚定新坐标", "四")).toBe(2);
    expect(count("重塑", "一")).toBe(1);
  });

  test("find every place of a word in the whole interview, whatever the part, and report places that differ", () => {
    expect(countIn(INTERVIEW, { word: "新坐标", section: "一" }, PARTS)).toEqual({ value: 0, places: [118, 124] });
    const written = (text: string) => text.replace("word: 企业\n", "word: 企业\n    places: [57]\n");
    expect(problems(written)).toEqual([
      "story/facts.yaml:58:13 位置与访谈不符：“企业”，应改成 [68, 81, 84, 87, 90, 93, 96, 99, 102]",
    ]);
  });

  test("of characters have the places where the parts begin; a number that is a date is no figure", () => {
    const dated = INTERVIEW.replace("预计去年", "2020年1至8月……预计去年");
    const all = countIn(`${dated}|`, { word: "字", of: "characters", section: "all" }, PARTS);
    expect(all).toEqual({ value: dated.replaceAll(" ", "").length, places: [1, 10, 62, 116, 127] });
    expect(countIn(dated, { word: "字", of: "characters", section: "导语" }, PARTS)?.value).toBe(9);
    expect(countIn(dated, { word: "数", of: "figures", section: "all" }, PARTS)?.value).toBe(3);
    expect(countIn(dated, { word: "数", of: "figures", section: "一" }, PARTS)?.value).toBe(1);
  });

  test("need the interview's four parts", () => {
    expect(problems((text) => text, "没有章名").filter((one) => one.includes("部分"))).toEqual([
      "story/facts.yaml:58:14 访谈里找不到这一部分：二，应有 site.yaml 里 opens 的那几个字",
    ]);
  });
});

describe("places", () => {
  test("name the part, the speaker and the speaker's paragraph", () => {
    const spoken = [
      "重塑新格局 主持人:是一个老工矿区。 康峰:第一段,预计去年全年GDP同比增长3%左右。 第二段,没有名字。",
      "优化新环境 主持人:问。 康峰:“财园信贷通”为157家企业发放贷款5.87亿元。",
      `贯彻新理念 锚定新坐标 ${"企业,".repeat(8)}`,
    ].join(" ");
    const place = (now: string): readonly string[] =>
      problems((text) => text.replace(/(place: )第一章(\n\s+- id: loans)/, `$1${now}$2`), spoken).filter((one) =>
        one.includes("place"),
      );
    for (const right of ["第一章", "重塑新格局", "重塑新格局 · 康峰", "第一章 · 康峰第一段"])
      expect(place(right), right).toEqual([]);
    for (const wrong of ["第二章", "重塑新格局 · 主持人", "第一章 · 康峰第二段", "第一章 · 康峰第九段", "某处"])
      expect(place(wrong), wrong).toEqual([
        `story/facts.yaml:19:12 place 与访谈不符：写的是“${wrong}”，这句在“重塑新格局 · 康峰第一段”，应照改`,
      ]);
  });

  test("are any of those where the quote stands", () => {
    const twice = INTERVIEW.replace("康峰:预计", "康峰:是一个老工矿区。预计");
    expect(problems((text) => text.replace("speaker: 主持人", "speaker: 康峰"), twice)).toEqual([]);
  });
});

test("a ledger that cannot be read is left to the compiler", () => {
  expect(checkQuotes(new Map([...BASE, ["story/facts.yaml", "a: b: c"]]), INTERVIEW)).toEqual([]);
  expect(checkQuotes(new Map(), INTERVIEW)).toEqual([]);
});
