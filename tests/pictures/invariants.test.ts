import { isDeepStrictEqual } from "node:util";
import { range } from "d3-array";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrastRatio, parseHex, type Rgb } from "../../src/core/lib/color.ts";
import type { Picture, Size } from "../../src/core/model/picture.ts";
import { GRAIN_COUNT } from "../../src/core/picture/grains.ts";
import { pictureGroups } from "../../src/core/render/svg-string.ts";
import { createPainter, elevationAt } from "../../src/core/picture/painter.ts";
import { themeProperties } from "../../src/core/picture/theme-properties.ts";
import { NAV_MARGIN } from "../../src/core/model/size.ts";
import { config } from "../../src/core/scenes/config.ts";
import { WIDE } from "../wide.ts";
import { realStory } from "./real-story.ts";
import { MOMENTS, seen } from "./visible.ts";

const story = realStory();
const paint = createPainter(story);
const steps = story.steps.map((step, index) => ({ id: step.id, kind: step.kind, index }));
const PHONE: Size = { width: 390, height: 490 };
const RUNS = WIDE ? 3000 : 200;

const anySize = fc.record({ width: fc.integer({ min: 300, max: 1200 }), height: fc.integer({ min: 300, max: 1000 }) });
const anyPosition = fc.record({
  step: fc.integer({ min: 0, max: steps.length - 1 }),
  progress: fc.double({ min: 0, max: 1, noNaN: true }),
});
const anyTheme = fc.constantFrom("day" as const, "night" as const);

/** An earlier picture: parts that are missing are those of the picture drawn after it. */
const earlier = fc.record({
  at: fc.oneof(fc.constant({}), fc.record({ progress: fc.double({ min: 0, max: 1, noNaN: true }) }), anyPosition),
  size: fc.oneof(fc.constant({}), fc.record({ height: fc.integer({ min: 300, max: 1000 }) })),
  theme: anyTheme,
});

/** Expects two pictures to be the same number by number; when they are not, shows how their markup differs. */
function expectSame(one: Picture, other: Picture): void {
  if (isDeepStrictEqual(one, other)) return;
  expect(pictureGroups(one)).toBe(pictureGroups(other));
  expect(one).toEqual(other);
}

/** The numbers in a shape that are not finite, and the texts that would show as such. */
function broken(value: unknown): readonly unknown[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [value];
  if (typeof value === "string") return /NaN|Infinity|undefined/.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(broken) : [];
}

/** A stage beside the text of a window enlarged to 400 %, and the least that a frame may be. */
const smallStage = fc.record({
  width: fc.oneof(fc.integer({ min: 190, max: 320 }), fc.integer({ min: 190, max: 1200 })),
  height: fc.integer({ min: 190, max: 320 }),
  navMargin: fc.constantFrom(NAV_MARGIN, 53),
});

/** Numbers of a mark that no renderer draws below zero. */
const LENGTHS = ["r", "width", "height", "size", "strokeWidth", "radius"];

/** Returns the lengths of a mark that are below zero. */
function misshapen(mark: object): readonly string[] {
  return Object.entries(mark).flatMap(([name, value]: readonly [string, unknown]) =>
    typeof value === "number" && LENGTHS.includes(name) && value < 0 ? [`${name} ${value}`] : [],
  );
}

/** The part of path data that is neither a command nor a number. */
function strayIn(d: string): string {
  return d.replace(/[A-Za-z]|-?\d+(?:\.\d+)?|[\s,]+/g, "");
}

/** A picture of outside data prints its source and stands on rock; the interview's own pictures climb. */
const isOutside = ({ index }: { readonly index: number }): boolean => "source" in (story.steps[index]?.labels ?? {});

describe("a picture", () => {
  test("at the start of a step is the picture at the end of the step before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: steps.length - 1 }), anySize, anyTheme, (step, size, theme) => {
        expectSame(
          paint({ step, progress: 0 }, size, theme),
          createPainter(story)({ step: step - 1, progress: 1 }, size, theme),
        );
      }),
      { seed: 7, numRuns: RUNS },
    );
  });

  test("does not depend on what was drawn before it", () => {
    fc.assert(
      fc.property(anyPosition, earlier, anySize, anyTheme, (at, before, size, theme) => {
        const one = createPainter(story);
        // Often only the position, the size or the theme differs: what is kept of it must not be taken for the other.
        one({ ...at, ...before.at }, { ...size, ...before.size }, before.theme);
        expectSame(one(at, size, theme), createPainter(story)(at, size, theme));
      }),
      { seed: 7, numRuns: RUNS },
    );
  });

  test("always has 240 finite grains and unique keys", () => {
    fc.assert(
      fc.property(anyPosition, anySize, anyTheme, (at, size, theme) => {
        const { grains, shapes } = paint(at, size, theme);
        expect(grains).toHaveLength(GRAIN_COUNT);
        const wrong = grains.filter(
          ({ x, y, r, opacity, hollow, fill }) =>
            ![x, y, r, opacity, hollow, ...fill].every(Number.isFinite) ||
            r < 0 ||
            Math.min(opacity, hollow) < 0 ||
            Math.max(opacity, hollow) > 1,
        );
        expect(wrong).toEqual([]);
        expect(shapes.flatMap(broken)).toEqual([]);
        const keys = shapes.map((shape) => shape.key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { seed: 7, numRuns: RUNS },
    );
  });

  test("can be drawn on a stage of 190 px", () => {
    fc.assert(
      fc.property(anyPosition, smallStage, (at, size) => {
        const picture = paint(at, size, "day");
        expect([...picture.grains, ...picture.shapes].flatMap(misshapen)).toEqual([]);
        const paths = [...pictureGroups(picture).matchAll(/ d="([^"]*)"/g)].map(([, d = ""]) => strayIn(d));
        expect(paths.filter((stray) => stray !== "")).toEqual([]);
      }),
      { seed: 7, numRuns: RUNS },
    );
  });
});

describe("colours", () => {
  test.each(["day", "night"] as const)("of texts meet AA on every ground that a reader passes by %s", (theme) => {
    const faint = range(1001).flatMap((k) => {
      const colours = config.paletteAt(k / 1000, theme);
      const page = themeProperties(colours);
      const background = parseHex(page["--background"] ?? "");
      const texts = Object.entries<Rgb>({ ...colours }).filter(([name]) => name.startsWith("text"));
      const inks = ["--ink", "--muted", "--link", "--ember"].map((name) => [name, parseHex(page[name] ?? "")] as const);
      return [...inks, ...texts]
        .filter(([, colour]) => contrastRatio(colour, background) < 4.5)
        .map(([name]) => `${name} at ${k / 1000}`);
    });
    expect(faint).toEqual([]);
  });

  const heightOf = ({ index }: { readonly index: number }): number => elevationAt(story, { step: index, progress: 1 });

  test("of the climb never turn back on paper: the interview's steps grow lighter to the third leg", () => {
    const interview = steps.slice(0, steps.findIndex(({ id }) => id === "third-leg") + 1);
    const heights = interview.filter((step) => !isOutside(step)).map(heightOf);
    const paper = heights.filter((height) => height >= 0.8);
    expect(paper).toEqual([...paper].sort((a, b) => a - b));
    expect([heights[0], heights.at(-1)]).toEqual([0, 1]);
  });

  test("put outside data on rock", () => {
    const outside = steps.filter(isOutside);
    expect(outside).not.toEqual([]);
    expect(outside.filter((step) => heightOf(step) > 0.2).map(({ id }) => id)).toEqual([]);
  });
});

describe("schematics", () => {
  test.each(steps.filter((step) => step.kind === "schematic" && !isOutside(step)))(
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
