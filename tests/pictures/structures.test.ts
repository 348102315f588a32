import { describe, expect, test } from "vitest";
import { firstOf, GROUP_SIZE, type Group } from "../../src/picture/grains.ts";
import type { Grain, Picture, Size } from "../../src/picture/model.ts";
import { painter } from "../../src/scenes/picture.ts";
import { realStory } from "./real-story.ts";
import { SIZES } from "./sizes.ts";

const story = realStory();
const paint = painter(story);
const sizes = Object.entries(SIZES);

function pictureOf(id: string, progress: number, size: Size): Picture {
  const step = story.steps.findIndex((candidate) => candidate.id === id);
  return paint({ step, progress }, size, "day");
}

function group(picture: Picture, name: Group): readonly Grain[] {
  return picture.grains.slice(firstOf(name), firstOf(name) + GROUP_SIZE);
}

/** Longest distance between two of `grains`, px. */
function extent(grains: readonly Grain[]): number {
  return Math.max(...grains.map((a) => Math.max(...grains.map((b) => Math.hypot(a.x - b.x, a.y - b.y)))));
}

const GROUPS: readonly Group[] = ["industry", "services", "rural"];
const ACTING = [0.36, 0.5, 0.7, 0.85, 1];

describe.each(sizes)("at %s", (_, size) => {
  test("the bridge's deck never closes: what is demanded is not shown as done", () => {
    for (const progress of ACTING) {
      const xs = group(pictureOf("bridge", progress, size), "rural")
        .map((grain) => grain.x)
        .sort((a, b) => a - b);
      const steps = xs.slice(1).map((x, k) => x - (xs[k] ?? x));
      const widest = Math.max(...steps);
      const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
      expect(widest, `progress ${progress}`).toBeGreaterThan(Math.max(3 * usual, 0.08 * size.width));
    }
  });

  test("the bridge's two cables are one curve twice, with its lowest point between the towers", () => {
    const picture = pictureOf("bridge", 1, size);
    const [near, far] = [group(picture, "industry"), group(picture, "services")];
    const offsets = near.map((grain, k) => [(far[k]?.x ?? 0) - grain.x, (far[k]?.y ?? 0) - grain.y]);
    for (const [dx, dy] of offsets) {
      expect(dx).toBeCloseTo(offsets[0]?.[0] ?? 0, 3);
      expect(dy).toBeCloseTo(offsets[0]?.[1] ?? 0, 3);
    }
    const tops = near.filter(
      (grain, k) => k > 0 && k < GROUP_SIZE - 1 && grain.y <= (near[k - 1]?.y ?? 0) && grain.y < (near[k + 1]?.y ?? 0),
    );
    expect(tops).toHaveLength(2);
  });

  test.each(["three-periods", "axes"])("the three siblings of %s are equal, whenever one looks", (id) => {
    for (const progress of ACTING) {
      const picture = pictureOf(id, progress, size);
      const [first = 0, ...others] = GROUPS.map((name) => extent(group(picture, name)));
      for (const other of others) expect(Math.abs(other / first - 1), `progress ${progress}`).toBeLessThan(0.02);
    }
  });

  test("the rose's five points carry as many grains each and are as large", () => {
    const picture = pictureOf("green", 1, size);
    const centres = picture.shapes.flatMap((shape) =>
      shape.kind === "text" && /^compass:(east|south|west|north|middle)$/.test(shape.key)
        ? [{ x: shape.x, y: shape.y - shape.size * 0.37 }]
        : [],
    );
    expect(centres).toHaveLength(5);
    const shares = centres.map(() => new Array<Grain>());
    for (const grain of picture.grains) {
      const distances = centres.map((c) => Math.hypot(c.x - grain.x, c.y - grain.y));
      shares[distances.indexOf(Math.min(...distances))]?.push(grain);
    }
    const [first = []] = shares;
    for (const share of shares) {
      expect(share).toHaveLength(first.length);
      expect(Math.abs(extent(share) / extent(first) - 1)).toBeLessThan(0.01);
    }
  });

  test("the board of tenses fills nothing that is only hoped, and strings as many grains under each thing", () => {
    const picture = pictureOf("tenses", 1, size);
    const items = picture.shapes.flatMap((shape) =>
      shape.kind === "text" && shape.key.startsWith("tenses:item:") ? [shape] : [],
    );
    expect(items.map((item) => item.key.replace(/^tenses:item:|-.$/g, "")).join()).toBe(
      [
        ...Array<string>(6).fill("formed"),
        ...Array<string>(8).fill("moving"),
        ...Array<string>(6).fill("goal"),
        ...Array<string>(3).fill("problem"),
      ].join(),
    );
    for (const item of items) {
      const marks = picture.grains.filter(
        (grain) =>
          grain.x < item.x &&
          grain.x > item.x - 1.3 * item.size &&
          Math.abs(grain.y - item.y + 0.36 * item.size) < 1 &&
          grain.opacity === 1,
      );
      expect(marks, item.text).toHaveLength(1);
      const hollow = /:(goal|moving)-/.test(item.key) ? 1 : 0;
      expect(marks[0]?.hollow, item.text).toBe(hollow);
    }
    const strung = picture.grains.filter((grain) => grain.opacity > 0.5 && grain.opacity < 1);
    expect(strung.length).toBe(9 * items.length);
  });

  test("the way to the farmhouse never widens as one scrolls, and every row narrows towards the door", () => {
    const width = (picture: Picture, row: number): number => {
      const ranks = [0, 1, 2, 3].map((k) => row * 4 + k);
      const xs = GROUPS.flatMap((name) => ranks.map((rank) => group(picture, name)[rank]?.x ?? 0));
      return Math.max(...xs) - Math.min(...xs);
    };
    const rest = pictureOf("narrowing", 1, size);
    const widths = Array.from({ length: 20 }, (_, row) => width(rest, row));
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    const near = ACTING.map((progress) => width(pictureOf("narrowing", progress, size), 0));
    expect(near).toEqual([...near].sort((a, b) => b - a));
  });
});
