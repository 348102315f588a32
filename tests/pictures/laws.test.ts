import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { svgContent } from "../../src/draw/svg.ts";
import { contrast } from "../../src/picture/colour.ts";
import { SHAFT } from "../../src/picture/frame.ts";
import { GRAINS } from "../../src/picture/grains.ts";
import type { Picture, Size, Text } from "../../src/picture/model.ts";
import { palette } from "../../src/picture/palette.ts";
import { overlaps, textBox } from "../../src/picture/text.ts";
import { groundAt, painter } from "../../src/scenes/picture.ts";
import { realStory } from "./real-story.ts";
import { SIZES } from "./sizes.ts";

const story = realStory();
const paint = painter(story);
const steps = story.steps.map((step, index) => ({ id: step.id, kind: step.kind, index }));
const sizes = Object.entries(SIZES);
const PHONE: Size = { width: 390, height: 490 };

const anySize = fc.record({ width: fc.integer({ min: 300, max: 1200 }), height: fc.integer({ min: 300, max: 1000 }) });
const anyPosition = fc.record({
  step: fc.integer({ min: 0, max: steps.length - 1 }),
  progress: fc.double({ min: 0, max: 1, noNaN: true }),
});
const anyTheme = fc.constantFrom("day" as const, "night" as const);

describe("a picture", () => {
  test("at the start of a step is the picture at the end of the step before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: steps.length - 1 }), anySize, anyTheme, (step, size, theme) => {
        expect(svgContent(paint({ step, progress: 0 }, size, theme))).toBe(
          svgContent(painter(story)({ step: step - 1, progress: 1 }, size, theme)),
        );
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  test("does not depend on what was drawn before it", () => {
    fc.assert(
      fc.property(anyPosition, anyPosition, anySize, anyTheme, (before, at, size, theme) => {
        paint(before, size, theme);
        expect(svgContent(paint(at, size, theme))).toBe(svgContent(painter(story)(at, size, theme)));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test("always has 240 finite grains and unique keys", () => {
    fc.assert(
      fc.property(anyPosition, anySize, anyTheme, (at, size, theme) => {
        const { grains, shapes } = paint(at, size, theme);
        expect(grains).toHaveLength(GRAINS);
        for (const grain of grains) {
          for (const value of [grain.x, grain.y, grain.r, grain.opacity, grain.hollow, ...grain.fill])
            expect(Number.isFinite(value)).toBe(true);
          expect(grain.r).toBeGreaterThanOrEqual(0);
          expect(grain.opacity >= 0 && grain.opacity <= 1 && grain.hollow >= 0 && grain.hollow <= 1).toBe(true);
        }
        const keys = shapes.map((shape) => shape.key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(svgContent({ grains, shapes })).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  test("lets no grain leap: at most an eighth of the stage's diagonal for one hundredth of progress", () => {
    for (const [name, size] of sizes) {
      const bound = Math.hypot(size.width, size.height) / 8;
      for (const { id, index } of steps) {
        let before: Picture | null = null;
        for (let k = 0; k <= 100; k++) {
          const now = paint({ step: index, progress: k / 100 }, size, "day");
          const far =
            before === null
              ? 0
              : Math.max(
                  ...now.grains.map((grain, i) =>
                    Math.hypot(grain.x - (before?.grains[i]?.x ?? 0), grain.y - (before?.grains[i]?.y ?? 0)),
                  ),
                );
          expect(far, `${id} at ${name}, progress ${k / 100}`).toBeLessThan(bound);
          before = now;
        }
      }
    }
  });
});

/** Texts that a reader can see. */
function seen(picture: Picture): readonly Text[] {
  return picture.shapes.filter((shape): shape is Text => shape.kind === "text" && shape.opacity > 0.3);
}

const MOMENTS = [0.1, 0.25, 0.36, 0.45, 0.55, 0.65, 0.75, 0.86, 0.9, 1];

describe.each(sizes)("labels at %s", (_, size) => {
  test.each(steps)("of $id neither overlap nor leave the stage", ({ index }) => {
    for (const progress of MOMENTS) {
      const texts = seen(paint({ step: index, progress }, size, "day"));
      const boxes = texts.map(textBox);
      texts.forEach((text, i) => {
        const box = boxes[i] ?? textBox(text);
        const where = `「${text.text}」 at progress ${progress}`;
        expect(
          box.x >= 0 && box.y >= 0 && box.x + box.width <= size.width - SHAFT && box.y + box.height <= size.height,
          `${where} leaves the stage or stands in the shaft`,
        ).toBe(true);
        for (let j = 0; j < i; j++)
          expect(overlaps(box, boxes[j] ?? box), `${where} overlaps 「${texts[j]?.text}」`).toBe(false);
      });
    }
  });

  test.each(steps)("of $id stand clear of the grains at rest", ({ index }) => {
    const picture = paint({ step: index, progress: 0.9 }, size, "day");
    const grains = picture.grains.filter((grain) => grain.opacity > 0.5);
    for (const text of seen(picture)) {
      const box = textBox(text);
      const covered = grains.filter(
        (g) =>
          g.x + g.r > box.x + 1 &&
          g.x - g.r < box.x + box.width - 1 &&
          g.y + g.r > box.y + 2 &&
          g.y - g.r < box.y + box.height - 2,
      );
      expect(covered.length, `「${text.text}」 stands on ${covered.length} grains`).toBe(0);
    }
  });

  test.each(steps)("of $id can be read: no text under 11 px", ({ index }) => {
    for (const text of seen(paint({ step: index, progress: 0.9 }, size, "day")))
      expect(text.size, `「${text.text}」`).toBeGreaterThanOrEqual(11);
  });
});

describe("colours", () => {
  test.each(steps)("of $id meet AA on the ground they rest on, day and night", ({ index }) => {
    for (const theme of ["day", "night"] as const) {
      const colours = palette(groundAt(story, { step: index, progress: 0.9 }), theme);
      for (const name of [
        "ink",
        "muted",
        "textEmber",
        "textRed",
        "textIndustry",
        "textServices",
        "textRural",
      ] as const) {
        expect(contrast(colours[name], colours.ground), `${name} by ${theme}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  test("of the climb never turn back: the ground rises from the first step to the last", () => {
    const heights = steps.map(({ index }) => groundAt(story, { step: index, progress: 1 }));
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect([heights[0], heights.at(-1)]).toEqual([0, 1]);
  });
});

describe("schematics", () => {
  test.each(steps.filter(({ kind }) => kind === "schematic"))(
    "$id has no axis, unit, numeral or percentage",
    ({ index }) => {
      for (const progress of MOMENTS) {
        for (const text of seen(paint({ step: index, progress }, PHONE, "day"))) {
          if (progress < 0.36) continue;
          expect(["axis", "value", "unit"], `「${text.text}」`).not.toContain(text.role);
          expect(text.text).not.toMatch(/[0-9%]/);
        }
      }
    },
  );
});
