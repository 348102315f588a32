import { h, s } from "hastscript";
import { expect, test } from "vitest";
import { buildPage, mapElements, parseMarkup, toHtml, toXml, wrapMarkup } from "../../src/build/site/html.ts";

const HOSTILE = '"><script>alert(1)</script>&lt;';

test("text and attributes are escaped, and read back as they were", () => {
  const html = toHtml(h("p", { title: HOSTILE }, HOSTILE));
  expect(parseMarkup(html).children).toEqual([h("p", { title: HOSTILE }, HOSTILE)]);
});

test("scripts and style sheets are written as they are, and so is a picture, also where it comes first", () => {
  const text = 'if(a<b&&c>"d")e()';
  expect(toHtml(h("script", text))).toBe(`<script>${text}</script>`);
  expect(toHtml(s("svg", wrapMarkup('<path d="M0 0"/>')))).toBe('<svg><path d="M0 0"/></svg>');
});

test("a page has its doctype, language and properties", () => {
  expect(toHtml(buildPage([h("title", "a")], [h("main")], { className: ["b"], dataC: "d" }))).toBe(
    '<!DOCTYPE html>\n<html lang="zh-CN" class="b" data-c="d"><head><title>a</title></head><body><main></main></body></html>\n',
  );
});

test("XML closes every element", () => {
  expect(toXml(s("feed", { xmlLang: "zh-CN" }, s("link", { href: "?a&b" })))).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xml:lang="zh-CN"><link href="?a&amp;b"></link></feed>\n',
  );
});

test("a changed copy leaves the tree as it was", () => {
  const tree = h(null, h("p", h("a", { href: "b" }, "c")));
  const before = structuredClone(tree);
  const changed = mapElements(tree, (element) =>
    element.tagName === "a" ? h("i", "d") : { ...element, properties: { id: "e" } },
  );
  expect(tree).toEqual(before);
  expect(toHtml(changed)).toBe('<p id="e"><i>d</i></p>');
});
