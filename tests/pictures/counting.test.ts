import { describe, expect, test } from "vitest";
import { GRAIN_COUNT } from "../../src/core/picture/grains.ts";
import { pointsAlong } from "../../src/core/picture/layouts/along-line.ts";
import { hexDisc } from "../../src/core/picture/layouts/hex-disc.ts";
import { numeralSize, numeralWidth, splitNumber } from "../../src/core/picture/numeral.ts";
import { CHAIN_LINKS, linkPlaces, RING_SLOTS, ringLink } from "../../src/core/scenes/props/chain.ts";

function nearest(places: readonly { readonly x: number; readonly y: number }[]): number {
  return Math.min(...places.flatMap((a, i) => places.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))));
}

describe("a packed disc", () => {
  test.each([1, 7, 157, 240])("of %i equal grains holds them all, none on another, within its radius", (n) => {
    const { places, r } = hexDisc(n, { x: 50, y: 80 }, 100);
    expect(places).toHaveLength(n);
    if (n > 1) expect(nearest(places)).toBeGreaterThanOrEqual(2 * r);
    for (const { x, y } of places) expect(Math.hypot(x - 50, y - 80) + r).toBeLessThanOrEqual(100);
  });

  test("fills shell by shell from the middle", () => {
    const shells = hexDisc(157, { x: 0, y: 0 }, 10).places.map(({ shell }) => shell);
    expect(shells).toEqual([...shells].sort((a, b) => a - b));
    expect(shells[0]).toBe(0);
  });
});

describe("the chain", () => {
  const links = Array.from({ length: CHAIN_LINKS }, (_, slot) => ringLink(slot, { x: 0, y: 0 }, 100));

  test("takes every grain", () => {
    expect(links.flatMap(linkPlaces)).toHaveLength(GRAIN_COUNT);
  });

  test("stays open: its ends are farther apart than neighbours are", () => {
    const [first, second, last] = [links[0], links[1], links.at(-1)];
    if (first === undefined || second === undefined || last === undefined) throw new Error("no links");
    expect(CHAIN_LINKS).toBeLessThan(RING_SLOTS);
    expect(Math.hypot(first.x - last.x, first.y - last.y)).toBeGreaterThan(
      3 * Math.hypot(first.x - second.x, first.y - second.y),
    );
  });
});

test("a cord goes evenly along its line", () => {
  const places = pointsAlong(
    [
      { x: 0, y: 0 },
      { x: 0, y: 10 },
      { x: 30, y: 10 },
    ],
    40,
    0,
  );
  const steps = places.slice(1).map(({ x, y }, k) => Math.hypot(x - (places[k]?.x ?? 0), y - (places[k]?.y ?? 0)));
  expect(Math.max(...steps)).toBeLessThanOrEqual(1.001);
  expect(places.at(-1)?.x).toBeCloseTo(29.5);
});

describe("a loud figure", () => {
  test("is told from what stands round it", () => {
    expect(splitNumber("约374万元")).toEqual(["约", "374", "万元"]);
    expect(splitNumber("5.87亿元")).toEqual(["", "5.87", "亿元"]);
    expect(splitNumber("157家企业")).toEqual(["", "157", "家企业"]);
  });

  test.each(["约374万元", "5.87亿元"])("%s fits the width it is sized for", (text) => {
    for (const width of [120, 180, 400])
      expect(numeralWidth(text, numeralSize(text, width, 500))).toBeLessThanOrEqual(width + 0.01);
  });
});
