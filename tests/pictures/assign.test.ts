import fc from "fast-check";
import { expect, test } from "vitest";
import { assign } from "../../src/core/picture/assign.ts";

const point = fc.record({ x: fc.integer({ min: 0, max: 99 }), y: fc.integer({ min: 0, max: 99 }) });
type Point = { readonly x: number; readonly y: number };

function total(points: readonly Point[], places: readonly Point[], order: readonly number[]): number {
  return points.reduce((sum, { x, y }, k) => {
    const place = places[order[k] ?? -1];
    return place === undefined ? Number.POSITIVE_INFINITY : sum + (x - place.x) ** 2 + (y - place.y) ** 2;
  }, 0);
}

function permutations(n: number): readonly (readonly number[])[] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((shorter) =>
    Array.from({ length: n }, (_, at) => [...shorter.slice(0, at), n - 1, ...shorter.slice(at)]),
  );
}

test("assign finds the smallest sum of squared distances among all permutations", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 6 }).chain((n) => fc.tuple(manyPoints(n), manyPoints(n))),
      ([from, to]) => {
        const order = assign(from, to);
        const least = Math.min(...permutations(from.length).map((each) => total(from, to, each)));
        expect(total(from, to, order)).toBe(least);
      },
    ),
    { seed: 7, numRuns: 200 },
  );
});

function manyPoints(n: number): fc.Arbitrary<Point[]> {
  return fc.array(point, { minLength: n, maxLength: n });
}

test("assign gives every place to one point, and points in their places their own", () => {
  fc.assert(
    fc.property(manyPoints(80), manyPoints(80), (from, to) => {
      expect([...assign(from, to)].sort((a, b) => a - b)).toEqual(from.map((_, k) => k));
      expect(total(from, from, assign(from, from))).toBe(0);
    }),
    { seed: 7, numRuns: 50 },
  );
});

test("assign refuses lists of different lengths", () => {
  expect(() => assign([{ x: 0, y: 0 }], [])).toThrow(new RangeError("1 points for 0 places"));
});
