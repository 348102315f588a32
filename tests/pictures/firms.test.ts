import { describe, expect, test } from "vitest";
import { toHex } from "../../src/core/lib/color.ts";
import type { Picture, RectMark, Shape } from "../../src/core/model/picture.ts";
import { config } from "../../src/core/scenes/config.ts";
import { readPicture, valueOf } from "./read-picture.ts";
import { SIZES } from "./sizes.ts";

const FIRMS = valueOf("firms");

function litIn({ grains, elevation }: Picture) {
  const { ember } = config.paletteAt(elevation, "day");
  return grains.filter(({ fill, hollow }) => toHex(fill) === toHex(ember) && hollow === 0);
}

function textIn({ shapes }: Picture, key: string): string {
  const found = shapes.find((shape) => shape.key === key);
  return found?.kind === "text" ? found.text : "";
}

function rectIn(shapes: readonly Shape[], key: string): RectMark {
  const found = shapes.find((shape) => shape.key === key);
  if (found?.kind !== "rect") throw new Error(`no bar: ${key}`);
  return found;
}

describe.each(Object.entries(SIZES))("at %s", (_, size) => {
  const { picture } = readPicture("firms", size);

  test("lights one grain for each firm, all of one size", () => {
    const lit = litIn(picture);
    expect(lit).toHaveLength(FIRMS);
    expect(new Set(lit.map(({ r }) => r.toFixed(6))).size).toBe(1);
  });

  test("counts them up one by one", () => {
    const counts = [0.36, 0.45, 0.5, 0.55, 0.6, 0.65].map((progress) =>
      Number(textIn(readPicture("firms", size, progress).picture, "firms:figure")),
    );
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts[0]).toBe(0);
    expect(counts[2]).toBeGreaterThan(0);
    expect(counts[2]).toBeLessThan(FIRMS);
    expect(Number(textIn(picture, "firms:figure"))).toBe(FIRMS);
  });

  test("cuts the loans into as many equal slices, and one stands by itself", () => {
    const [bar, slice] = [rectIn(picture.shapes, "firms:bar"), rectIn(picture.shapes, "firms:slice")];
    expect(slice.width * FIRMS).toBeCloseTo(bar.width + slice.width, 6);
    expect(slice.height).toBe(bar.height);
    expect(slice.y).toBeGreaterThan(bar.y + bar.height);
    const cuts = picture.shapes.find(({ key }) => key === "firms:cuts");
    expect(cuts?.kind === "path" ? cuts.d.split("M").length - 1 : 0).toBe(FIRMS - 1);
  });
});
