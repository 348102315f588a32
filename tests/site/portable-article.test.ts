import { describe, expect, test } from "vitest";
import { allImages } from "../../src/build/images/all-images.ts";
import { atomFeed } from "../../src/build/site/feed.ts";
import { toHtml } from "../../src/build/site/html.ts";
import { portableArticleFile } from "../../src/build/site/portable-article-page.ts";
import { portableArticle } from "../../src/build/site/portable-article.ts";
import { addStyleCsp } from "../../src/build/vite/csp.ts";
import { realStory } from "../pictures/real-story.ts";
import { everyElement, parsed } from "../html-tree.ts";

const HOME = "https://news.example.org/anyuan/";
const story = realStory();
const every = everyElement(parsed(toHtml(portableArticle(story, HOME, HOME))));

describe("the portable article", () => {
  test("has only what such places keep", () => {
    const allowed: Readonly<Record<string, readonly string[]>> = {
      section: ["style"],
      p: ["style"],
      span: ["style"],
      strong: [],
      img: ["src", "alt", "width", "height", "style"],
      a: ["href"],
    };
    for (const { name, attributes } of every)
      expect(
        Object.keys(attributes).filter((key) => allowed[name]?.includes(key) !== true),
        name,
      ).toEqual([]);
    const styles = every.map(({ attributes }) => attributes["style"] ?? "").join(";");
    expect(styles).not.toMatch(/position|float|url\(|var\(|@|transform|!important/);
  });

  test("tells every step in its own words, with its picture, which there is", () => {
    const files = new Set(
      allImages(story, () => null).flatMap(({ file, formats }) => formats.map((f) => `${file}.${f}`)),
    );
    const images = every.filter(({ name }) => name === "img").map(({ attributes }) => attributes);
    expect(images.map(({ src = "" }) => src.replace(HOME, "")).filter((file) => !files.has(file))).toEqual([]);
    expect(images).toHaveLength(story.steps.length + 1);
    expect(images.filter(({ alt = "" }) => alt === "")).toEqual([]);
    const [whole] = every;
    for (const { title, chapter } of story.steps) if (chapter !== null) expect(whole?.text).toContain(title);
  });

  test("has a footnote for each number that it prints, and none that is not asked for", () => {
    const text = every[0]?.text ?? "";
    const [body = "", notes = ""] = text.split("出处[1]");
    const asked = new Set([...body.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)));
    const listed = [1, ...[...notes.matchAll(/\[(\d+)\] /g)].map(([, number]) => Number(number))];
    expect(listed).toEqual(listed.map((_, index) => index + 1));
    expect([...asked].sort((a, b) => a - b)).toEqual(listed);
  });

  test("ends hostile words as text", () => {
    const hostile = '"><script>alert(1)</script>';
    const turned = {
      ...story,
      title: hostile,
      steps: story.steps.map((step) => ({ ...step, title: hostile, alt: hostile })),
    };
    const names = everyElement(parsed(toHtml(portableArticle(turned, HOME, HOME)))).map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(every.map(({ name }) => name)));
  });
});

test("its file lets nothing run, and names every one of its styles by hash", () => {
  const html = toHtml(addStyleCsp(portableArticleFile(story, HOME)));
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "";
  expect(policy).toMatch(/^default-src 'none'; img-src 'self'; style-src 'unsafe-hashes'(?: 'sha256-[^']+')+;/);
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|script-src/);
});

test("the feed holds the whole portable article, and parses back", () => {
  const xml = atomFeed(story, HOME);
  const unescaped = (text: string): string =>
    text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name] ?? "");
  const content = unescaped(/<content type="html">([^<]*)<\/content>/.exec(xml)?.[1] ?? "");
  expect(content).toBe(toHtml(portableArticle(story, HOME, HOME)));
  // Every element that is opened is closed, in order.
  const open: string[] = [];
  for (const [, end, name = ""] of xml.matchAll(/<(\/?)([a-z]+)[^>]*>/g))
    if (end === "") open.push(name);
    else expect(open.pop()).toBe(name);
  expect(open).toEqual([]);
  for (const wanted of ["id", "title", "updated", "author", "entry"]) expect(xml).toContain(`<${wanted}>`);
});
