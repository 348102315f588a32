import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextMark } from "../../src/core/model/picture.ts";
import type { Inline } from "../../src/core/model/story.ts";
import { GRAIN_COUNT } from "../../src/core/picture/grains.ts";
import { NAV_WIDTH } from "../../src/core/model/size.ts";
import { textBox } from "../../src/core/picture/text.ts";
import { pictureGroups } from "../../src/core/render/svg-string.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { writeSite } from "../goldens/site.ts";
import { overlaps } from "../pictures/overlaps.ts";
import { SIZES } from "../pictures/sizes.ts";
import { fixtureStory } from "./compiled.ts";

const story = fixtureStory();
const paint = createPainter(story);
const steps = story.steps.map(({ id }, index) => ({ id, index }));
const anySize = fc.record({ width: fc.integer({ min: 300, max: 1200 }), height: fc.integer({ min: 300, max: 1000 }) });
const anyTheme = fc.constantFrom("day" as const, "night" as const);
const anyStep = fc.integer({ min: 0, max: steps.length - 1 });
const anyProgress = fc.double({ min: 0, max: 1, noNaN: true });

function inlines(parts: readonly Inline[]): readonly Inline[] {
  return parts.flatMap((part) => (part.type === "strong" ? [part, ...inlines(part.children)] : [part]));
}

describe("the fixture story", () => {
  test("has a cover and two chapters with one step each, the first scrubbed and the second played", () => {
    expect(story.chapters.map(({ id, numeral }) => [numeral, id])).toEqual([
      ["壹", "night"],
      ["贰", "dawn"],
    ]);
    expect(story.steps.map(({ id, chapter, kind, pace }) => [id, chapter, kind, pace])).toEqual([
      ["cover", null, "schematic", "play"],
      ["ships", "night", "data", "scrub"],
      ["boats", "dawn", "schematic", "play"],
    ]);
  });

  test("has a fact of every origin, and every origin's own evidence", () => {
    const of = (origin: string) => story.facts.filter((fact) => fact.origin === origin);
    expect(of("interview").every(({ quote, speaker }) => quote !== "" && speaker !== "")).toBe(true);
    expect(of("interview").some(({ value }) => value === null)).toBe(true);
    expect(of("context").map(({ source }) => source?.url)).toEqual(["https://example.org/yearbook"]);
    expect(of("count").map(({ quote }) => quote)).toEqual(["灯"]);
    expect(of("derived").map(({ working }) => working)).toEqual(["80艘 × 100 ÷ （160艘 + 80艘）"]);
  });

  test("uses every kind of block and inline text, and every section the page adds to", () => {
    const blocks = story.steps.flatMap(({ text }) => text);
    const texts = blocks.flatMap((block) => inlines(block.type === "list" ? block.items.flat() : block.children));
    expect(new Set(blocks.map(({ type }) => type))).toEqual(new Set(["paragraph", "quote", "list"]));
    expect(new Set(texts.map(({ type }) => type))).toEqual(new Set(["text", "fact", "term", "strong", "link"]));
    expect(story.steps.filter(({ pullQuote }) => pullQuote !== "").map(({ id }) => id)).toEqual(["ships"]);
    expect(story.after.map(({ id }) => id)).toEqual(["method", "limits", "downloads", "credits"]);
    expect(story.terms).toHaveLength(2);
  });

  test("says that it is an example and holds nothing of the published story", () => {
    expect([story.kicker, story.description].join()).toMatch(/样例.*编出来/);
    const folder = new URL("story/", import.meta.url);
    for (const name of readdirSync(folder))
      expect(readFileSync(new URL(name, folder), "utf8"), name).not.toMatch(/安源|萍乡|康峰|矿/);
  });
});

test("the site of the fixture story names nothing of the published one", () => {
  const files = writeSite(story);
  expect(files.get("index.html")).toContain('"harbour.reading.1"');
  expect(files.get("snippets/story/frame.txt")).toContain("<figure data-harbour=");
  for (const [file, text] of files) expect(text, file).not.toMatch(/anyuan|安源|产值/i);
});

describe("a picture of the fixture story", () => {
  test("at the start of a step is the picture at the end of the step before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: steps.length - 1 }), anySize, anyTheme, (step, size, theme) => {
        expect(pictureGroups(paint({ step, progress: 0 }, size, theme))).toBe(
          pictureGroups(createPainter(story)({ step: step - 1, progress: 1 }, size, theme)),
        );
      }),
      { seed: 7, numRuns: 50 },
    );
  });

  test("always has 240 finite grains and unique keys", () => {
    fc.assert(
      fc.property(anyStep, anyProgress, anySize, anyTheme, (step, progress, size, theme) => {
        const { grains, shapes } = paint({ step, progress }, size, theme);
        expect(grains).toHaveLength(GRAIN_COUNT);
        expect(pictureGroups({ grains, shapes })).not.toMatch(/NaN|Infinity|undefined/);
        const keys = shapes.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  test("of every step acts: its middle is neither its beginning nor its end", () => {
    const size = { width: 390, height: 490 };
    for (const { id, index } of steps.slice(1)) {
      const [start, middle, end] = [0.35, 0.6, 0.85].map((progress) =>
        pictureGroups(paint({ step: index, progress }, size, "day")),
      );
      expect(middle, id).not.toBe(start);
      expect(middle, id).not.toBe(end);
    }
  });

  test("of the ships has one whole grain for each ship and bars to scale", () => {
    const { grains } = paint({ step: 1, progress: 0.9 }, { width: 390, height: 490 }, "day");
    expect(grains.filter(({ hollow, opacity }) => hollow === 0 && opacity === 1)).toHaveLength(GRAIN_COUNT);
    const lengthOf = (from: number, to: number) => {
      const xs = grains.slice(from, to).map(({ x }) => x);
      return Math.max(...xs) - Math.min(...xs) + (grains[8]?.x ?? 0) - (grains[0]?.x ?? 0);
    };
    expect(lengthOf(0, 160) / lengthOf(160, 240)).toBeCloseTo(2, 6);
  });
});

describe.each(Object.entries(SIZES))("labels of the fixture story at %s", (_, size) => {
  test.each(steps)("of $id neither overlap, leave the stage nor lie on grains", ({ index }) => {
    const { grains, shapes } = paint({ step: index, progress: 0.9 }, size, "day");
    const texts = shapes.filter((shape): shape is TextMark => shape.kind === "text" && shape.opacity > 0.3);
    expect(texts.length).toBeGreaterThan(0);
    texts.forEach((text, i) => {
      const box = textBox(text);
      expect(text.size, text.text).toBeGreaterThanOrEqual(11);
      expect(box.x >= 0 && box.y >= 0, `「${text.text}」 leaves the stage`).toBe(true);
      expect(box.x + box.width, `「${text.text}」 stands in the progress nav`).toBeLessThanOrEqual(
        size.width - NAV_WIDTH,
      );
      expect(box.y + box.height, `「${text.text}」 leaves the stage`).toBeLessThanOrEqual(size.height);
      for (const other of texts.slice(0, i))
        expect(overlaps(box, textBox(other)), `「${text.text}」 overlaps 「${other.text}」`).toBe(false);
      const covered = grains.filter(({ x, y, r }) =>
        overlaps(box, { x: x - r, y: y - r, width: 2 * r, height: 2 * r }),
      );
      expect(covered.length, `「${text.text}」 lies on grains`).toBe(0);
    });
  });
});
