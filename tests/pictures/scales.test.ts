import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type TypeRole, typeSize } from "../../src/core/picture/type-scale.ts";

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
