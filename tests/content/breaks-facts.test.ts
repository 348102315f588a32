import { describe, expect, test } from "vitest";
import { broken, said } from "./broken.ts";

describe("S1: a value that is changed without its quote", () => {
  test("is named with the number that the quote holds", () => {
    expect(
      said(broken("facts.yaml", ["value: 5.87", "value: 5.78"], ["value: 374", "value: 368"], ["约374", "约368"])),
    ).toEqual([
      "story/facts.yaml:22:12 value 与 quote 不一致：value 是 5.78亿元，quote 里只有 5.87亿，应是同一个数（原话确实没写的，另加一行 implied: 写明凭什么）",
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
    "story/facts.yaml:12:12 value 与 quote 不一致：value 是 5%，quote 里只有 3%，应是同一个数（原话确实没写的，另加一行 implied: 写明凭什么）",
    "story/facts.yaml:14:11 text 与 value 不一致：text 是“3%左右”，value 是 5%，应是同一个数（文章和图印的是 text，改 value 时要一起改）",
  ]);
});

test("S3: a computed value that is corrected without its text is named", () => {
  expect(
    said(broken("facts.yaml", ["value: 157", "value: 147"], ["为157家", "为147家"], ["value: 374", "value: 399"])),
  ).toEqual([
    "story/facts.yaml:69:11 text 与 value 不一致：text 是“约374万元”，value 是 399万元，应是同一个数（文章和图印的是 text，改 value 时要一起改）",
  ]);
});

test("a number in the text alone is looked for in the quote", () => {
  expect(said(broken("facts.yaml", ["text: 老工矿区", "text: 2020年的老工矿区"]))).toEqual([
    "story/facts.yaml:4:11 text 里的数 quote 里没有：2020，应与原话一致（原话确实没写的，另加一行 implied: 写明凭什么）",
  ]);
});
