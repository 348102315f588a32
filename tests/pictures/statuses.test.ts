import { describe, expect, test } from "vitest";
import type { PathMark, Picture, TextMark } from "../../src/core/model/picture.ts";
import { textBox } from "../../src/core/picture/text.ts";
import { readPicture } from "./read-picture.ts";
import { SIZES } from "./sizes.ts";

/** The paths of a picture by key. */
function pathsOf({ shapes }: Picture): ReadonlyMap<string, PathMark> {
  return new Map(shapes.flatMap((shape) => (shape.kind === "path" ? [[shape.key, shape] as const] : [])));
}

/** A deed is drawn solid, a goal as a dashed outline, and neighbours are equal, at every size. */
describe.each(Object.entries(SIZES))("at %s", (_, size) => {
  describe("spokes", () => {
    const { picture, printed } = readPicture("spokes", size);
    const paths = pathsOf(picture);

    test("outlines the two goals and the open end of the list, and fills the named spokes", () => {
      for (const key of ["spokes:flag-one:cloth", "spokes:flag-two:cloth", "spokes:open"])
        expect(paths.get(key)?.dash, key).toBeDefined();
      expect(paths.get("spokes:flag-one:cloth")?.fill).toBeNull();
      for (const key of ["one", "two", "three", "four", "five", "six"]) {
        expect(paths.get(`spokes:${key}`)?.dash, key).toBeUndefined();
        expect(paths.get(`spokes:${key}`)?.fill, key).not.toBeNull();
      }
    });

    test("draws two equal wheels, and each name within its own", () => {
      const wheels = [0, 80].map((first) => picture.grains.slice(first, first + 80));
      const [industry, services] = wheels.map((grains) => {
        const xs = grains.map(({ x }) => x);
        const ys = grains.map(({ y }) => y);
        return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
      });
      if (industry === undefined || services === undefined) throw new Error("no wheels");
      expect(services.right - services.left).toBeCloseTo(industry.right - industry.left, 3);
      expect(services.bottom - services.top).toBeCloseTo(industry.bottom - industry.top, 3);
      const inside = { one: industry, two: industry, three: services, four: services, five: services, six: services };
      for (const [key, { left, right, top, bottom }] of Object.entries(inside))
        for (const text of printed(key).filter((mark) => mark.key.startsWith(`spokes:${key}:`))) {
          const box = textBox(text);
          expect(box.x, text.text).toBeGreaterThan(left);
          expect(box.x + box.width, text.text).toBeLessThan(right);
          expect(box.y, text.text).toBeGreaterThan(top);
          expect(box.y + box.height / 2, text.text).toBeLessThan(bottom);
        }
    });
  });

  describe("two-lenses", () => {
    const READINGS = ["literal", "economic"] as const;
    const wordsAt = (progress: number, reading: string) =>
      readPicture("two-lenses", size, progress).picture.shapes.filter(
        (shape): shape is TextMark =>
          shape.kind === "text" && new RegExp(`^lenses:${reading}:\\d`).test(shape.key) && shape.opacity > 0.9,
      );

    test.each(READINGS)("enlarges the very characters of the %s reading that stood on the page", (reading) => {
      const { labels } = readPicture("two-lenses", size);
      const rest = wordsAt(1, reading);
      expect(rest.map(({ text }) => text).join("")).toBe(labels[`${reading}-gloss`]);
      const before = wordsAt(0.36, reading);
      const plain = before.filter((mark) => mark.size < 0.6 * (rest[0]?.size ?? 0));
      expect(plain.length, "characters beside the glass").toBeGreaterThan(0);
      expect(before.every(({ text }) => rest.some((mark) => mark.text === text))).toBe(true);
    });

    test("gives both readings lenses and characters of one size", () => {
      const sizes = READINGS.flatMap((reading) => wordsAt(1, reading).map((mark) => mark.size.toFixed(3)));
      expect(new Set(sizes).size).toBe(1);
      const paths = pathsOf(readPicture("two-lenses", size).picture);
      expect(paths.get("lenses:0:glass")?.d).toBe(paths.get("lenses:1:glass")?.d);
    });
  });
});
