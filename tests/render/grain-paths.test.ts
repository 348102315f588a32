import fc from "fast-check";
import { expect, test } from "vitest";
import type { Grain } from "../../src/core/model/picture.ts";
import { grainPaths } from "../../src/core/render/grain-paths.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const channel = fc.double({ min: 0, max: 255, noNaN: true });
const place = fc.double({ min: -500, max: 2000, noNaN: true });
const grain: fc.Arbitrary<Grain> = fc.record({
  x: place,
  y: place,
  r: fc.double({ min: 0, max: 20, noNaN: true }),
  fill: fc.tuple(channel, channel, channel),
  opacity: share,
  hollow: share,
});

test("every grain is drawn once, as one subpath of one path", () => {
  fc.assert(
    fc.property(fc.array(grain, { maxLength: 240 }), (grains) => {
      const paths = grainPaths(grains);
      expect(paths.flatMap(({ members }) => members).sort((a, b) => a - b)).toEqual(grains.map((_, index) => index));
      for (const { attributes, members } of paths) {
        expect(attributes["d"]?.match(/M/g)).toHaveLength(members.length);
        expect(Object.values(attributes).join(" ")).not.toMatch(/NaN|undefined|e-/);
      }
    }),
    { seed: 11, numRuns: 60 },
  );
});

test("few paints are drawn as they are, many as near to it as the eye can tell", () => {
  const one: Grain = { x: 10, y: 20, r: 2, fill: [161, 98, 7], opacity: 0.85, hollow: 0 };
  const ramp = Array.from({ length: 240 }, (_, index): Grain => ({ ...one, fill: [161, 98, index] }));
  expect(grainPaths([one, { ...one, hollow: 1 }]).map(({ attributes }) => attributes)).toEqual([
    { d: "M8 20a2 2 0 1 1 4 0a2 2 0 1 1-4 0", fill: "#a16207", opacity: "0.85" },
    {
      d: "M8.5 20a1.5 1.5 0 1 1 3 0a1.5 1.5 0 1 1-3 0",
      fill: "#a16207",
      "fill-opacity": "0",
      stroke: "#a16207",
      "stroke-width": "1.1",
      opacity: "0.85",
    },
  ]);
  const drawn = grainPaths(ramp);
  expect(drawn.length).toBeLessThanOrEqual(24);
  for (const { attributes, members } of drawn)
    for (const index of members)
      expect(Math.abs(Number.parseInt(attributes["fill"]?.slice(5) ?? "", 16) - index)).toBeLessThanOrEqual(8);
});

test("dim browns stay brown when their paints are many", () => {
  const brown = Array.from({ length: 240 }, (_, index): Grain => {
    const bright = 0.25 + (0.75 * index) / 240;
    const hollow = index % 8 === 0 ? 1 : 0;
    return {
      x: index,
      y: 0,
      r: 2,
      fill: [216 * bright, 163 * bright, 90 * bright],
      opacity: (index % 30) / 30,
      hollow,
    };
  });
  for (const { attributes } of grainPaths(brown)) {
    const colour = (attributes["fill"] ?? "").slice(1);
    const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    expect(g / r, colour).toBeCloseTo(163 / 216, 1);
    expect(b / r, colour).toBeCloseTo(90 / 216, 1);
  }
});
