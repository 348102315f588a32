import { describe, expect, test } from "vitest";
import { checkQuotes } from "../../src/build/content/check-quotes.ts";
import { compileStory } from "../../src/build/content/compile.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import { BASE, BASE_SCENES } from "./base.ts";

/** The breaks of an editor's review (S1–S13) and the ten it asked for, each with the message that the editor reads. */

/** The text of one base file after replacements, each of which has to find its words. */
function broken(name: string, ...changes: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const file = `story/${name}`;
  const text = changes.reduce(
    (now, [from, to]) => {
      if (!now.includes(from)) throw new Error(`not in ${file}: ${from}`);
      return now.replace(from, to);
    },
    BASE.get(file) ?? "",
  );
  return new Map([...BASE, [file, text]]);
}

function said(sources: ReadonlyMap<string, string>): readonly string[] {
  return compileStory(sources, BASE_SCENES).problems.map(formatProblem);
}

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

describe("S1: a value that is changed without its quote", () => {
  test("is named with the number that the quote holds", () => {
    expect(
      said(broken("facts.yaml", ["value: 5.87", "value: 5.78"], ["value: 374", "value: 368"], ["约374", "约368"])),
    ).toEqual([
      "story/facts.yaml:22:12 value 与 quote 不一致：value 是 5.78亿元，quote 里只有 5.87亿，应是同一个数 (原话确实没写的，另加一行 implied: 写明凭什么)",
    ]);
  });

  test.each([
    ["发放贷款5.87亿元", "发放贷款\uFF15\uFF0E\uFF18\uFF17亿元"],
    ["发放贷款5.87亿元", "发放贷款五点八七亿元"],
    ["发放贷款5.87亿元", "发放贷款58700万元"],
    ["为157家企业", "为一百五十七家企业"],
  ])("is the same number in other signs: %s, %s", (from, to) => {
    expect(said(broken("facts.yaml", [from, to]))).toEqual([]);
  });

  test("is another number in another unit", () => {
    expect(said(broken("facts.yaml", ["unit: 亿元", "unit: 万元"]))[0]).toMatch(
      /^story\/facts\.yaml:22:12 value 与 quote 不一致：value 是 5\.87万元，quote 里只有 5\.87亿/,
    );
  });

  test("may rest on a stated reason, which has to be needed", () => {
    const reason = "    implied: 年份见报道标题\n    note: 安源";
    expect(said(broken("facts.yaml", ["开办于1898年", "开办于那一年"], ["    note: 安源", reason]))).toEqual([]);
    expect(said(broken("facts.yaml", ["    note: 安源", reason]))).toEqual([
      "story/facts.yaml:48:14 implied 多余：quote 里已经有 value 和 text 的数，应删去 implied",
    ]);
  });
});

test("S2: a value that is changed without its text is named beside both", () => {
  expect(said(broken("facts.yaml", ["value: 3\n", "value: 5\n"]))).toEqual([
    "story/facts.yaml:12:12 value 与 quote 不一致：value 是 5%，quote 里只有 3%，应是同一个数 (原话确实没写的，另加一行 implied: 写明凭什么)",
    "story/facts.yaml:14:11 text 与 value 不一致：text 是“3%左右”，value 是 5%，应是同一个数 (文章和图印的是 text，改 value 时要一起改)",
  ]);
});

test("S3: a computed value that is corrected without its text is named", () => {
  expect(
    said(broken("facts.yaml", ["value: 157", "value: 147"], ["为157家", "为147家"], ["value: 374", "value: 399"])),
  ).toEqual([
    "story/facts.yaml:69:11 text 与 value 不一致：text 是“约374万元”，value 是 399万元，应是同一个数 (文章和图印的是 text，改 value 时要一起改)",
  ]);
});

test("a number in the text alone is looked for in the quote", () => {
  expect(said(broken("facts.yaml", ["text: 老工矿区", "text: 2020年的老工矿区"]))).toEqual([
    "story/facts.yaml:4:11 text 里的数 quote 里没有：2020，应与原话一致 (原话确实没写的，另加一行 implied: 写明凭什么)",
  ]);
});

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

  test("a quote that is written under counts or derived is compared too", () => {
    expect(saidWithSource(["value: 9\n", "value: 9\n    quote: 企业家\n"])).toEqual([
      "story/facts.yaml:60:12 访谈里没有这句引文：企业家，应从访谈逐字拷贝 (从“企业”往后就对不上了)",
    ]);
    expect(saidWithSource(["text: 约374万元", "text: 约374万元\n    quote: 平均"])).toEqual([
      "story/facts.yaml:70:12 访谈里没有这句引文：平均，应从访谈逐字拷贝",
    ]);
  });
});
