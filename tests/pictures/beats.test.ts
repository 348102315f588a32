import { describe, expect, test } from "vitest";
import { beat, stagger } from "../../src/core/picture/beats.ts";

describe("a beat", () => {
  test("runs from 0 to 1 between its ends and stays there", () => {
    const rise = beat(0.2, 0.6);
    expect([0, 0.2, 0.4, 0.6, 1].map(rise)).toEqual([0, 0, expect.closeTo(0.5), 1, 1]);
    expect([rise.from, rise.to]).toEqual([0.2, 0.6]);
  });

  test("runs from 1 to 0 when its end is before its beginning", () => {
    expect([0, 0.2, 0.4, 0.7, 1].map(beat(0.6, 0.2))).toEqual([1, 1, expect.closeTo(0.5), 0, 0]);
  });

  test("is eased", () => {
    expect(beat(0, 1, (k) => k * k)(0.5)).toBe(0.25);
  });
});

test("a stagger starts each item later than the one before", () => {
  const rows = stagger(0.1, 0, 0.5);
  expect([0, 1, 2].map((k) => rows(0.25, k))).toEqual([0.5, expect.closeTo(0.3), expect.closeTo(0.1)]);
  expect(rows.each).toBe(0.1);
});
