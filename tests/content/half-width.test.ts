import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { halfWidth } from "../../src/build/content/half-width.ts";

const SOURCES = new URL("../../src/build/content/", import.meta.url);

/** Regular expressions as they stand in code, behind a sign that no division follows. */
const REGEXP = /(?<=[=(,:?&|[]\s*|^\s*|return )\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/gm;

test("every full-width sign has its ASCII form", () => {
  const ascii = Array.from({ length: 0x7e - 0x20 }, (_, index) => String.fromCharCode(0x21 + index)).join("");
  const wide = Array.from(ascii, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join("");
  expect(halfWidth(wide)).toBe(ascii);
  expect(halfWidth("\u3000")).toBe(" ");
  expect(halfWidth("安源、“矿”。…—\u00B7")).toBe("安源、“矿”。…—\u00B7");
});

test("a text in half width is as long as before", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(halfWidth(text)).toHaveLength(text.length);
    }),
  );
});

const regexps = readdirSync(SOURCES).flatMap((name) =>
  [...readFileSync(new URL(name, SOURCES), "utf8").matchAll(REGEXP)].map(([regexp]) => regexp),
);

test("no regular expression of the compiler holds a full-width sign that is not an escape", () => {
  expect(regexps.length).toBeGreaterThan(40);
  expect(regexps.filter((regexp) => /[\uFF01-\uFF5E\u3000]/u.test(regexp))).toEqual([]);
});

test("no character class of the compiler names a sign twice, as one that has lost a full-width sign does", () => {
  const classes = regexps.flatMap((regexp) =>
    [...regexp.matchAll(/\\.|\[\^?((?:\\.|[^\]\\])+)\]/g)].flatMap(([, signs]) => signs ?? []),
  );
  expect(classes.length).toBeGreaterThan(30);
  const twice = classes.filter((signs) => {
    const each = signs.replace(/\w-\w/g, "").match(/\\u[0-9A-F]{4}|\\p\{\w+\}|\\.|[^\\]/gu) ?? [];
    return new Set(each).size < each.length;
  });
  expect(twice).toEqual([]);
});
