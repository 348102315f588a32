import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { carouselPages, carousels } from "../../src/build/images/carousel/carousel.ts";
import { hookOf } from "../../src/build/images/carousel/cover-page.ts";
import { numbersOf } from "../../src/build/images/carousel/numbers-page.ts";
import { PAD, PAGE } from "../../src/build/images/carousel/page.ts";
import { pullQuote } from "../../src/build/images/pull-quote.ts";
import type { ShareTarget } from "../../src/build/images/share-targets.ts";
import { toStandaloneSvg } from "../../src/build/images/standalone-svg.ts";
import type { ImageSpec } from "../../src/build/images/step-image.ts";
import { renderImages } from "../../src/build/vite/render-images.ts";
import type { LineMark, TextMark } from "../../src/core/model/picture.ts";
import { nameBriefly } from "../../src/core/model/source-line.ts";
import type { Chapter } from "../../src/core/model/story.ts";
import { CAROUSEL_STEPS } from "../../src/core/model/story.ts";
import { textBox } from "../../src/core/picture/text.ts";
import { overlaps } from "../pictures/overlaps.ts";
import { realStory } from "../pictures/real-story.ts";

const wasm = readFileSync(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm"));
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });

const story = realStory();
const link = ({ chapter }: ShareTarget): string => `https://news.example.org/anyuan/${chapter?.id ?? ""}/`;
const pages = carousels(story, link);

/** Texts of a page; `own` leaves those of its picture out. */
function textsOf({ drawing }: ImageSpec, own = true): readonly TextMark[] {
  return drawing.shapes.flatMap((shape) =>
    shape.kind === "text" && shape.opacity > 0.3 && (!own || /^(?:page|cover|foot|number|seal|frame):/.test(shape.key))
      ? [shape]
      : [],
  );
}

function rulesOf({ drawing }: ImageSpec, key: string): readonly LineMark[] {
  return drawing.shapes.flatMap((shape) => (shape.kind === "line" && shape.key.startsWith(key) ? [shape] : []));
}

function wordsOf(page: ImageSpec | undefined): string {
  return page === undefined
    ? ""
    : textsOf(page)
        .map(({ text }) => text)
        .join("");
}

function pagesOf({ id }: Chapter): readonly ImageSpec[] {
  return pages.filter(({ file }) => file.startsWith(`carousels/${id}-`));
}

describe.each(story.chapters.map((chapter) => [chapter.id, chapter] as const))("the carousel of %s", (id, chapter) => {
  const own = pagesOf(chapter);
  const steps = story.steps.filter((step) => chapter.carousel.includes(step.id));

  test("has a cover, six to eight pages and its sources, in files that sort", () => {
    const files = own.map(({ file }) => file);
    expect(own.length).toBeGreaterThanOrEqual(8);
    expect(own.length).toBeLessThanOrEqual(10);
    expect(files).toEqual([...files].sort());
    expect(files).toEqual(carouselPages(story, chapter));
    expect(files[0]).toBe(`carousels/${id}-01`);
    expect(steps.length).toBeLessThanOrEqual(CAROUSEL_STEPS);
    const titles = steps.map(({ title }) => title.replaceAll("|", ""));
    expect(own.slice(1, steps.length + 1).map(({ title }) => title)).toEqual(titles);
    for (const { size, pixels } of own) expect([pixels, (pixels * size.height) / size.width]).toEqual([1080, 1440]);
  });

  test("begins with words that can be read when the page is 120 px wide", () => {
    const cover = own[0] === undefined ? [] : textsOf(own[0]).filter(({ key }) => key.startsWith("cover:text"));
    expect(cover.map(({ text }) => text)).toEqual(hookOf(story, chapter).lines);
    for (const { size, text } of cover) expect((120 * size) / PAGE.width, text).toBeGreaterThan(11);
  });

  test("says no number in its cover's words that its picture shows", () => {
    const [cover] = own;
    const marks = cover === undefined ? [] : textsOf(cover, false);
    const said = marks.filter(({ key }) => key.startsWith("cover:text"));
    const shown = marks.filter(({ key }) => !/^(?:cover|foot|seal):/.test(key)).map(({ text }) => text);
    for (const number of said.flatMap(({ text }) => text.match(/\d[\d.]*/gu) ?? []))
      expect(shown).not.toContain(number);
  });

  test("says on each step's page what its poster says, and its number among all", () => {
    steps.forEach((step, index) => {
      expect(wordsOf(own[index + 1]), step.id).toContain(pullQuote(step));
      expect(wordsOf(own[index + 1]), step.id).toContain(`${index + 2}/${own.length}`);
    });
  });

  test("prints its numbers with their status, and all sources on the last page", () => {
    const numbers = numbersOf(story, steps);
    const [page, last] = [wordsOf(own.at(-2)), wordsOf(own.at(-1))];
    expect(numbers.length).toBeGreaterThan(1);
    for (const { name, text, status } of numbers)
      for (const word of [name, text, status]) expect(page, name).toContain(word);
    const drawn = steps.flatMap((step) => step.drawn);
    for (const { source } of story.facts.filter((fact) => drawn.includes(fact.id)))
      if (source !== undefined) expect(last).toContain(nameBriefly(source));
    const sources = own.slice(-1).flatMap((end) => textsOf(end).filter(({ key }) => key.startsWith("page:source:")));
    expect(sources.length).toBeGreaterThan(1);
    for (const { size, text } of sources) expect(size, text).toBeGreaterThanOrEqual(14);
    const [rule] = own.slice(-1).flatMap((end) => rulesOf(end, "page:rule"));
    for (const source of sources) expect((rule?.y1 ?? 0) - source.y, source.text).toBeGreaterThanOrEqual(12);
    expect(last).toContain("news.example.org/anyuan");
  });

  test("leaves air between its numbers and the rules below them, and names their origins in a size to read", () => {
    const page = own.slice(-2, -1);
    const rules = page.flatMap((one) => rulesOf(one, "number:"));
    const texts = page.flatMap((one) => textsOf(one).filter(({ key }) => key.startsWith("number:")));
    expect(rules.length).toBeGreaterThan(1);
    for (const text of texts) {
      const { x, y, height } = textBox(text);
      const below = rules.filter((rule) => rule.x1 <= x + 1 && x < rule.x2 && rule.y1 > text.y);
      for (const rule of below) expect(rule.y1 - y - height, text.text).toBeGreaterThan(5);
      if (/:(?:status|origin)$/.test(text.key)) expect(text.size, text.text).toBeGreaterThanOrEqual(11);
    }
  });

  test("has a code on its last page that leads to the chapter", async () => {
    const files = await renderImages({ images: own.slice(-1), standalone: toStandaloneSvg }, () => undefined);
    const [png] = [...files.values()].map((file) => Buffer.from(file));
    const found = await readBarcodes(png ?? Buffer.of(), { formats: ["QRCode"] });
    expect(found.map(({ text }) => text)).toEqual([`https://news.example.org/anyuan/${id}/`]);
  });
});

test.each(pages.map((page) => [page.file, page] as const))("%s keeps its words in the page and apart", (_, page) => {
  const texts = textsOf(page);
  const quiet = page.drawing.shapes.find(({ key }) => key === "qr:quiet");
  expect(texts.length).toBeGreaterThan(2);
  texts.forEach((text, index) => {
    const box = textBox(text);
    expect(box.x, text.text).toBeGreaterThanOrEqual(PAD - 0.5 * text.size - 0.1);
    expect(box.x + box.width, text.text).toBeLessThanOrEqual(PAGE.width - PAD + 0.5 * text.size);
    expect(box.y, text.text).toBeGreaterThan(6);
    expect(box.y + box.height, text.text).toBeLessThan(PAGE.height - 6);
    expect(text.size, text.text).toBeGreaterThanOrEqual(7);
    if (quiet?.kind === "rect") expect(overlaps(box, quiet), text.text).toBe(false);
    for (const other of texts.slice(index + 1))
      expect(overlaps(box, textBox(other), 1), `${text.text} | ${other.text}`).toBe(false);
  });
});

test.each(pages.map((page) => [page.file, page] as const))("%s keeps the picture's words clear", (_, page) => {
  const texts = textsOf(page, false);
  texts.forEach((text, index) => {
    for (const other of texts.slice(index + 1)) {
      const [a, b] = [textBox(text), textBox(other)];
      expect(overlaps(a, b, 2), `${text.text} | ${other.text}`).toBe(false);
    }
  });
});

test("the rule for numbers takes one of each step before a second of any", () => {
  const [one, two] = ["firms", "two-valves"].map((id) => story.steps.find((step) => step.id === id));
  if (one === undefined || two === undefined) throw new Error("no such steps");
  const ids = numbersOf(story, [one, two]).map(({ id }) => id);
  expect(ids.length).toBeLessThanOrEqual(8);
  expect(ids).toEqual([...new Set(ids)]);
  for (const step of [one, two])
    expect(
      step.drawn.some((id) => ids.includes(id)),
      step.id,
    ).toBe(true);
});

test("without a public address the last page has neither code nor address", () => {
  for (const { file, drawing } of carousels(story, () => null))
    expect(
      drawing.shapes.filter(({ key }) => /^qr:|page:(?:address|scan)/.test(key)),
      file,
    ).toEqual([]);
});
