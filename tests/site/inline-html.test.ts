import { h } from "hastscript";
import { expect, test } from "vitest";
import type { Inline } from "../../src/core/model/story.ts";
import { toHtml } from "../../src/build/site/html.ts";
import { buildBlocks, factLink } from "../../src/build/site/inline-html.ts";
import { keepQuotations, titlePhrases } from "../../src/build/site/unbroken.ts";

/** Parts of a paragraph between square brackets that no line breaks; links lose their tags. */
function paragraph(...children: readonly Inline[]): string {
  const [made] = buildBlocks([{ type: "paragraph", children }], { page: "" });
  return toHtml(made ?? h("p"))
    .replace(/<\/?(?:p|a)\b[^>]*>/g, "")
    .replace(/<span class="?(?:unbroken|whole)"?>/g, "[")
    .replaceAll("</span>", "]");
}

const text = (words: string): Inline => ({ type: "text", text: words });
const fact = (words: string): Inline => ({ type: "fact", id: "any", text: words });

test("only a fact wider than seven characters may break", () => {
  const long = (words: string): boolean => /class="[^"]*\blong\b/.test(toHtml(factLink("built", words, { page: "" })));
  expect(["157家", "2020年1—8月", "约374万元"].filter(long)).toEqual([]);
  expect(long("渔船、驳船和货船")).toBe(true);
});

test("a date too long for a narrow line breaks between its numbers at most", () => {
  expect(paragraph(fact("2025年12月31日"), text("这一天，煤矿关停了。"))).toMatch(/^\[\[2025年\]\[12月\]\[31日\]\]这/u);
  expect(paragraph(fact("2020年1—10月"), text("，增速转正了。"))).toMatch(/^\[\[2020年\]\[1—10月\]\]，/u);
});

test("what belongs to a number stays with it", () => {
  expect(paragraph(text("这是"), fact("2021年"), text("初的报道，不是总结"))).toMatch(/^这是\[2021年初\]的/u);
  expect(paragraph(text("地区生产总值停在"), fact("3%左右"), text("，没有下文了"))).toMatch(/停在3%左右，没/u);
});

test("an ordinal stays with its noun", () => {
  expect(paragraph(text("第二部分有五次，第三足还空着，一直空着"))).toMatch(/^\[第二部分\]有五次，\[第三足\]还/u);
});

test.each([
  ["图上的留白并不等于没有做。", "图上的留白并不等于[没有做。]"],
  ["任务写的是“更加充分”。", "任务写的是“更[加充分”。]"],
  ["他说。", "[他说。]"],
])("the last three characters of a paragraph stand together: %s", (words, kept) => {
  expect(paragraph(text(words))).toBe(kept);
});

test("a word behind the last fact stands with it", () => {
  expect(paragraph(text("增速写成了"), fact("3%左右"), text("的。"))).toBe("增速写成了[3%左右的。]");
  expect(paragraph(text("增速写成了"), fact("3%左右"), text("。"))).toBe("增速写成了3%左右。");
});

test("a heading's short quotations keep together with the mark after them", () => {
  expect(JSON.stringify(keepQuotations("说起“形成”：他说成了“重塑新格局，加快转型升级”"))).toBe(
    JSON.stringify(["说起", h("span.whole", "“形成”："), "他说成了“重塑新格局，加快转型升级”"]),
  );
});

test("a heading's numbers keep together with their units, in quotations too", () => {
  const made = keepQuotations("预计的“3%左右”，157家企业");
  expect(made).toEqual([
    "预计的",
    h("span.whole", "“", h("span.unbroken", "3%左右"), "”，"),
    h("span.whole", "157家"),
    "企业",
  ]);
});

test("a title breaks first at its pauses, but not within a quotation", () => {
  expect(JSON.stringify(titlePhrases("预计的“双轮”，放回“那，一年”"))).toBe(
    JSON.stringify([
      h("span.phrase", "预计的", h("span.whole", "“双轮”，")),
      h("span.phrase", "放回", h("span.whole", "“那，一年”")),
    ]),
  );
  expect(titlePhrases("对账单")).toEqual(["对账单"]);
});
