import { describe, expect, test } from "vitest";
import type { Picture, Size, TextMark } from "../../src/core/model/picture.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { textBox } from "../../src/core/picture/text.ts";
import { realStory } from "./real-story.ts";
import { SIZES } from "./sizes.ts";

const story = realStory();
const paint = createPainter(story);
const step = story.steps.findIndex(({ id }) => id === "old-mine");

function textOf({ shapes }: Picture, key: string): TextMark | undefined {
  return shapes.find((shape): shape is TextMark => shape.kind === "text" && shape.key === key);
}

/** Middle of a mark of the ruler, px. */
function markAt({ shapes }: Picture, metres: number): number | null {
  const mark = shapes.find(({ key }) => key === `shaft:mark:${metres}`);
  return mark?.kind === "line" ? mark.y1 : null;
}

/** Ends of the shaft, px. */
function shaftEnds({ shapes }: Picture): readonly [mouth: number, bottom: number] {
  const shaft = shapes.find(({ key }) => key === "headframe:shaft");
  const [, from, , to] = shaft?.kind === "path" ? (shaft.d.match(/-?[\d.]+/g) ?? []).map(Number) : [];
  return [from ?? 0, to ?? 0];
}

describe.each(Object.entries(SIZES))("the shaft at %s", (_, size: Size) => {
  const moments = [0.36, 0.5, 0.6, 0.7, 0.8, 0.9];
  const pictures = moments.map((progress) => paint({ step, progress }, size, "day"));

  test("is 770 m to the scale of its ruler, and the person at its mouth is 1.7 m", () => {
    for (const picture of pictures) {
      const [mouth, bottom] = shaftEnds(picture);
      const metre = (bottom - mouth) / 770;
      for (const metres of [100, 300, 700])
        expect(markAt(picture, metres), `${metres} m`).toBeCloseTo(mouth + metres * metre, 0);
      const person = picture.shapes.find(({ key }) => key === "shaft:person");
      expect(person?.kind === "rect" ? person.height / metre : 0).toBeCloseTo(1.7, 1);
    }
  });

  test("has the cage say how deep its floor hangs, down to the fact's depth", () => {
    const depths = pictures.map((picture) => Number(textOf(picture, "shaft:here:figure")?.text));
    expect(depths).toEqual([...depths].sort((a, b) => a - b));
    expect(depths.at(-1)).toBe(770);
    for (const [k, picture] of pictures.entries()) {
      const [mouth, bottom] = shaftEnds(picture);
      const cage = picture.shapes.find(({ key }) => key === "headframe:cage");
      const places = cage?.kind === "path" ? (cage.d.match(/-?[\d.]+/g) ?? []).map(Number) : [];
      const floor = Math.max(...places.filter((_, at) => at % 2 === 1));
      expect(((floor - mouth) / (bottom - mouth)) * 770).toBeCloseTo(depths[k] ?? 0, -0.5);
    }
  });

  test("hangs each name at one depth, and leaves it in sight only above the cage's words", () => {
    for (const id of ["province", "city", "district"]) {
      const hung = pictures.map((picture) => {
        const [mouth, bottom] = shaftEnds(picture);
        return (((textOf(picture, `shaft:name:${id}`)?.y ?? 0) - mouth) / (bottom - mouth)) * 770;
      });
      for (const depth of hung) expect(depth).toBeCloseTo(hung[0] ?? 0, 0);
    }
    for (const picture of pictures) {
      const here = textOf(picture, "shaft:here:figure");
      const seen = picture.shapes.filter(
        (shape): shape is TextMark =>
          shape.kind === "text" && /^shaft:name:\w+$/.test(shape.key) && shape.opacity > 0.05,
      );
      for (const name of seen) {
        const { y, height } = textBox(name);
        expect(y + height).toBeLessThanOrEqual(here === undefined ? 0 : textBox(here).y + 1);
      }
    }
  });
});
