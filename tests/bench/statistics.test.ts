import { expect, test } from "vitest";
import { leastSquares, median, percentile, share } from "./statistics.ts";

test("the median is the middle one, or half way between the middle two", () => {
  expect(median([9, 1, 4])).toBe(4);
  expect(median([9, 1, 4, 6])).toBe(5);
});

test("a percentile is one of the values", () => {
  const values = Array.from({ length: 100 }, (_, index) => 99 - index);
  expect(percentile(values, 0.5)).toBe(50);
  expect(percentile(values, 0.95)).toBe(95);
  expect(percentile([3], 0.95)).toBe(3);
});

test("nothing has no median and no share", () => {
  expect([median([]), percentile([], 0.5), share([], () => true)]).toEqual([NaN, NaN, NaN]);
  expect(share([1, 2, 3, 4], (value) => value > 3)).toBe(0.25);
});

test("a line goes through points that lie on one", () => {
  const { slope, intercept, fit } = leastSquares([
    [10, 25],
    [20, 45],
    [40, 85],
  ]);
  expect([slope, intercept, fit]).toEqual([2, 5, 1]);
});

test("a line has the least squares of distances", () => {
  const { slope, intercept, fit } = leastSquares([
    [0, 0],
    [1, 2],
    [2, 1],
  ]);
  expect([slope, intercept, fit]).toEqual([0.5, 0.5, 0.25]);
  expect(() => leastSquares([[1, 2]])).toThrow(RangeError);
});
