import { h } from "hastscript";
import { expect, test } from "vitest";
import { toHtml } from "../../src/build/site/html.ts";
import { factLink, keepQuotations, titlePhrases } from "../../src/build/site/inline-html.ts";

test("only a fact wider than seven characters may break", () => {
  const long = (text: string): boolean => /class="[^"]*\blong\b/.test(toHtml(factLink("built", text, { page: "" })));
  expect(["157家", "2020年1—8月", "约374万元"].filter(long)).toEqual([]);
  expect(long("渔船、驳船和货船")).toBe(true);
});

test("a heading's short quotations keep together with the mark after them", () => {
  expect(JSON.stringify(keepQuotations("第一个“形成”：他说成了“重塑新格局，加快转型升级”"))).toBe(
    JSON.stringify(["第一个", h("span.whole", "“形成”："), "他说成了“重塑新格局，加快转型升级”"]),
  );
});

test("a title breaks first at its pauses, but not within a quotation", () => {
  expect(JSON.stringify(titlePhrases("预计的“3%左右”，放回“那，一年”"))).toBe(
    JSON.stringify([
      h("span.phrase", "预计的", h("span.whole", "“3%左右”，")),
      h("span.phrase", "放回", h("span.whole", "“那，一年”")),
    ]),
  );
  expect(titlePhrases("对账单")).toEqual(["对账单"]);
});
