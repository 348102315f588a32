import { expect, test } from "vitest";
import { toHtml } from "../../src/build/site/html.ts";
import { factLink } from "../../src/build/site/inline-html.ts";

test("only a fact wider than seven characters may break", () => {
  const long = (text: string): boolean => /class="[^"]*\blong\b/.test(toHtml(factLink("built", text)));
  expect(["157家", "2020年1—8月", "约374万元"].filter(long)).toEqual([]);
  expect(long("渔船、驳船和货船")).toBe(true);
});
