import { max, range } from "d3-array";
import { beforeAll, describe, expect, test } from "vitest";
import type { Picture, Point, Size } from "../../src/core/model/picture.ts";
import { ACTION_END, ENTER_END, ENTER_START } from "../../src/core/model/timing.ts";
import { assign } from "../../src/core/picture/assign.ts";
import { GRAIN_COUNT } from "../../src/core/picture/grains.ts";
import { GROUP_SIZE } from "../../src/core/scenes/groups.ts";
import { NAV_WIDTH } from "../../src/core/model/size.ts";
import { textBox, textCorners } from "../../src/core/picture/text.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { WIDE } from "../wide.ts";
import { boxCorners, cornersOverlap } from "./overlaps.ts";
import { realStory } from "./real-story.ts";
import { MOMENTS, seen } from "./visible.ts";
import { SIZES } from "./sizes.ts";

/** Hundredths of a step, for what must hold between one moment and the next. */
const HUNDREDTHS = Array.from({ length: 101 }, (_, k) => k / 100);

/** Sizes at which every hundredth of a step is drawn; wide runs draw it at all of them. */
const CLOSELY = ["320×568", "390×844", "844×390", "1440×900"];

/** The place of a missing grain. */
const FAR: Point = { x: Number.POSITIVE_INFINITY, y: 0 };

/** Just after the picture before begins to leave, where the grains are in the order of the step itself. */
const START = ENTER_START + 1e-9;

/** A step's pictures by moment. */
type Strip = ReadonlyMap<number, Picture>;

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The longest way of a grain from one picture of a step to another, px. */
function longest(before: Picture, now: Picture): number {
  // While a picture holds it is the same object.
  if (before.grains === now.grains) return 0;
  return max(now.grains, (grain, index) => distance(grain, before.grains[index] ?? FAR)) ?? 0;
}

/** The same where the order of the grains changes: each is matched to the nearest of its group. */
function longestBetweenSteps(before: Picture, now: Picture): number {
  const ways = range(0, GRAIN_COUNT, GROUP_SIZE).flatMap((first) => {
    const [from, to] = [before, now].map(({ grains }) => grains.slice(first, first + GROUP_SIZE));
    if (from === undefined || to === undefined) return [];
    return assign(from, to).map((place, k) => distance(from[k] ?? FAR, to[place] ?? FAR));
  });
  return max(ways) ?? 0;
}

/** Tests every step on the stages of some sizes, each picture drawn once for all tests of a step. */
export function testStages(among: (size: Size) => boolean): void {
  const story = realStory();
  const paint = createPainter(story);
  const stages = Object.entries(SIZES).flatMap(([name, size]) => (among(size) ? [{ name, size }] : []));

  describe.each(stages)("at $name", ({ name, size }) => {
    const close = WIDE || CLOSELY.includes(name);

    describe.each(story.steps.map(({ id }, index) => ({ id, index })))("$id", ({ id, index }) => {
      let strip: Strip = new Map();
      const at = (progress: number): Picture => {
        const picture = strip.get(progress);
        if (picture === undefined) throw new Error(`not drawn: ${progress}`);
        return picture;
      };
      beforeAll(() => {
        const moments = close ? HUNDREDTHS : MOMENTS;
        strip = new Map(moments.map((progress) => [progress, paint({ step: index, progress }, size, "day")]));
        return () => void (strip = new Map());
      });

      test("has labels that neither overlap nor leave the stage", () => {
        // The widths of texts are upper bounds.
        const right = size.width - Math.max(NAV_WIDTH, (size.navMargin ?? 0) - 6);
        const faults = MOMENTS.flatMap((progress) => {
          const boxes = seen(at(progress)).map((text) => ({
            text: text.text,
            box: textBox(text),
            corners: textCorners(text),
          }));
          return boxes.flatMap(({ text, box, corners }, i) => [
            ...(box.x >= 0 && box.y >= 0 && box.x + box.width <= right && box.y + box.height <= size.height
              ? []
              : [`「${text}」 leaves the stage or stands in the shaft at ${progress}`]),
            ...boxes
              .slice(0, i)
              .filter((other) => cornersOverlap(corners, other.corners))
              .map((other) => `「${text}」 overlaps 「${other.text}」 at ${progress}`),
          ]);
        });
        expect(faults).toEqual([]);
      });

      test("has labels that stand clear of the grains at rest", () => {
        const picture = at(0.9);
        const grains = picture.grains.filter((grain) => grain.opacity > 0.5);
        const covering = seen(picture).filter((text) => {
          const ink = textCorners(text, { x: 1, y: 2 });
          return grains.some(({ x, y, r }) =>
            cornersOverlap(boxCorners({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }), ink),
          );
        });
        expect(covering.map(({ text }) => text)).toEqual([]);
      });

      test("has no text under 11 px", () => {
        const texts = seen(at(0.9));
        expect(texts.length).toBeGreaterThan(0);
        expect(texts.filter((text) => text.size < 11).map(({ text }) => text)).toEqual([]);
      });

      if (!close) return;
      test("leads on without a leap where its entry begins and ends and where its picture holds", () => {
        const moment = 1e-6;
        const seams = [0, ENTER_START, ENTER_END, ACTION_END].flatMap((progress) => {
          const before = paint({ step: index, progress: Math.max(0, progress - moment) }, size, "day");
          const after = paint({ step: index, progress: progress + moment }, size, "day");
          const far = progress <= ENTER_START ? longestBetweenSteps(before, after) : longest(before, after);
          return far < 0.5 ? [] : [`${far.toFixed(1)} px at ${progress}`];
        });
        expect(seams).toEqual([]);
      });

      test("moves no grain farther than an eighth of the stage's diagonal in one hundredth", () => {
        const bound = Math.hypot(size.width, size.height) / 8;
        const start = paint({ step: index, progress: START }, size, "day");
        const leaps = HUNDREDTHS.slice(1).flatMap((now, k) => {
          const before = HUNDREDTHS[k] ?? 0;
          // The order of the grains changes where the picture before leaves.
          const far = longest(before <= ENTER_START && now > ENTER_START ? start : at(before), at(now));
          return far < bound ? [] : [`${id} at ${now}: ${far.toFixed(1)} px`];
        });
        expect(leaps).toEqual([]);
      });
    });
  });
}
