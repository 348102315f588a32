import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scaleLinear } from "../../src/core/picture/scale.ts";
import { type TypeRole, typeSize } from "../../src/core/picture/type-scale.ts";

describe("a linear scale", () => {
  const x = scaleLinear([0, 8], [10, 90]);

  test("maps its domain to its range, and beyond", () => {
    expect([0, 4, 8, 10].map(x)).toEqual([10, 50, 90, 110]);
    expect(scaleLinear([0, 2], [100, 0])(0.5)).toBe(75);
  });

  test("finds the value at a place", () => {
    expect([10, 50, 90].map(x.invert)).toEqual([0, 4, 8]);
  });

  test("has the multiples of a step in its domain as ticks", () => {
    expect(x.ticks(3)).toEqual([0, 3, 6]);
    expect(scaleLinear([1997, 2021], [0, 1]).ticks(5)).toEqual([2000, 2005, 2010, 2015, 2020]);
  });
});

describe("the type scale", () => {
  const ROLES: readonly TypeRole[] = ["note", "small", "label", "name", "display"];

  test("grows with the stage and from role to role, and is never below 11 px", () => {
    const sizes = fc.record({
      width: fc.integer({ min: 240, max: 2600 }),
      height: fc.integer({ min: 240, max: 2600 }),
    });
    fc.assert(
      fc.property(sizes, ({ width, height }) => {
        const row = ROLES.map((role) => typeSize({ width, height }, role));
        expect([...row].sort((a, b) => a - b)).toEqual(row);
        expect(row[0]).toBeGreaterThanOrEqual(11);
        const larger = ROLES.map((role) => typeSize({ width: width + 50, height: height + 50 }, role));
        for (const [k, size] of row.entries()) expect(larger[k]).toBeGreaterThanOrEqual(size);
      }),
      { seed: 7 },
    );
  });
});
