import { h } from "hastscript";
import { expect, test } from "vitest";
import { toHtml } from "../../src/build/site/html.ts";
import { factLink, keepQuotations } from "../../src/build/site/inline-html.ts";

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
