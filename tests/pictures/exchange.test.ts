import { max, range } from "d3-array";
import { describe, expect, test } from "vitest";
import type { Grain, Picture, Point, Size } from "../../src/core/model/picture.ts";
import { ENTER_END, ENTER_START } from "../../src/core/model/timing.ts";
import { GRAIN_COUNT } from "../../src/core/picture/grains.ts";
import { GROUP_SIZE } from "../../src/core/scenes/groups.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { realStory } from "./real-story.ts";

const story = realStory();
const PHONE: Size = { width: 390, height: 490 };

/**
 * Crossings of grains' ways per entry in the story's own order, on average, when every layout was still sorted for the
 * scene before it.
 */
const CROSSINGS = 1687;

/** Just after the picture before begins to leave, where the grains are in the order of the step that begins. */
const START = ENTER_START + 1e-9;

/** The story with the steps `first` and `first + 1` in each other's place. */
function exchange(first: number) {
  const steps = [...story.steps];
  steps.splice(first, 2, ...steps.slice(first, first + 2).reverse());
  return { ...story, steps };
}

/** Twice the area of a triangle, positive if its corners run clockwise on the screen. */
function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function crosses([a, b]: Way, [c, d]: Way): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

type Way = readonly [from: Grain, to: Grain];

/** Pairs of grains of one group whose straight ways from one picture to another cross. */
function countCrossings(before: Picture, now: Picture): number {
  const ways = before.grains.flatMap((from, index): readonly Way[] => {
    const to = now.grains[index];
    return to === undefined ? [] : [[from, to]];
  });
  return range(0, GRAIN_COUNT, GROUP_SIZE).reduce((sum, first) => {
    const group = ways.slice(first, first + GROUP_SIZE);
    return sum + group.flatMap((way, k) => group.slice(0, k).filter((other) => crosses(way, other))).length;
  }, 0);
}

describe.each(story.steps.slice(1).map(({ id }, index) => ({ id, index, before: story.steps[index]?.id })))(
  "the scenes $before and $id exchanged",
  ({ index }) => {
    const exchanged = exchange(index);
    const paint = createPainter(exchanged);
    const entries = [index, index + 1, index + 2].filter((step) => step > 0 && step < story.steps.length);

    test("move no grain farther than an eighth of the stage's diagonal in one hundredth", () => {
      const bound = Math.hypot(PHONE.width, PHONE.height) / 8;
      for (const step of entries) {
        const strip = range(0, ENTER_END - ENTER_START, 0.01).map(
          (k) => paint({ step, progress: k + START }, PHONE, "day").grains,
        );
        const leaps = strip.slice(1).map((grains, k) =>
          max(grains, ({ x, y }, grain) => {
            const from = strip[k]?.[grain];
            return from === undefined ? Number.POSITIVE_INFINITY : Math.hypot(x - from.x, y - from.y);
          }),
        );
        expect(
          max(leaps, (leap) => leap),
          exchanged.steps[step]?.id,
        ).toBeLessThan(bound);
      }
    });

    test("cross no more ways than the story's own order did", () => {
      for (const step of entries) {
        const [before, now] = [START, ENTER_END].map((progress) => paint({ step, progress }, PHONE, "day"));
        if (before === undefined || now === undefined) throw new Error("not drawn");
        expect(countCrossings(before, now), exchanged.steps[step]?.id).toBeLessThanOrEqual(CROSSINGS);
      }
    });
  },
);
