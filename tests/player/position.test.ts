import fc from "fast-check";
import { expect, test } from "vitest";
import { layoutChanged, positionAtY, yOfPosition } from "../../src/browser/player/position.ts";
import { fromScalar, stepInView, toScalar } from "../../src/core/model/position.ts";
import { ENTER_START } from "../../src/core/model/timing.ts";

const heights = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 40 });
const edgesOf = (all: readonly number[]): readonly number[] =>
  all.reduce<readonly number[]>((edges, height) => [...edges, (edges.at(-1) ?? 0) + height], [0]);

test("a place leads back to the position it was found at", () => {
  fc.assert(
    fc.property(heights, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const edges = edgesOf(all);
      const y = share * (edges.at(-1) ?? 0);
      expect(yOfPosition(edges, positionAtY(edges, y))).toBeCloseTo(y, 6);
    }),
  );
});

test("a place before or behind the story is held at its ends", () => {
  const edges = edgesOf([800, 1300, 400]);
  expect(positionAtY(edges, -1)).toEqual({ step: 0, progress: 0 });
  expect(positionAtY(edges, 2501)).toEqual({ step: 2, progress: 1 });
  expect(positionAtY([0], 5)).toEqual({ step: 0, progress: 0 });
});

test("a position travelled leads back to itself, and to the story's ends from beyond them", () => {
  expect(fromScalar(toScalar({ step: 3, progress: 0.25 }), 5)).toEqual({ step: 3, progress: 0.25 });
  expect(fromScalar(-0.5, 5)).toEqual({ step: 0, progress: 0 });
  expect(fromScalar(7, 5)).toEqual({ step: 4, progress: 1 });
});

test("a page has another shape when several steps have other heights, not when one has grown", () => {
  const before = edgesOf([800, 1300, 1300, 1300]);
  expect(layoutChanged(before, before)).toBe(false);
  expect(layoutChanged(before, edgesOf([800, 1700, 1300, 1300]))).toBe(false);
  expect(layoutChanged(before, edgesOf([400, 650, 650, 650]))).toBe(true);
});

test("the card of a step just begun is the one before", () => {
  expect([0, 0.05, ENTER_START, 0.5, 1].map((progress) => stepInView({ step: 4, progress }))).toEqual([3, 3, 4, 4, 4]);
  expect(stepInView({ step: 0, progress: 0 })).toBe(0);
});
