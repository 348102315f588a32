import { describe, expect, test } from "vitest";
import { normalizeText } from "../../src/build/content/interview.ts";
import type { Grain, PathMark, Picture, Point } from "../../src/core/model/picture.ts";
import { GROUP_SIZE } from "../../src/core/scenes/groups.ts";
import { readPicture, valueOf } from "./read-picture.ts";
import { realStory } from "./real-story.ts";
import { SIZES } from "./sizes.ts";

const WRITINGS = { done: "two-wheels", hastened: "closed-chain", "to-come": "third-leg" } as const;
const ACTING = [0.36, 0.5, 0.6, 0.7, 0.85, 1];

function grainsOf({ grains }: Picture): readonly (readonly Grain[])[] {
  return Object.keys(WRITINGS).map((_, k) => grains.slice(k * GROUP_SIZE, (k + 1) * GROUP_SIZE));
}

function outlineOf({ shapes }: Picture, id: string): PathMark {
  const found = shapes.find(({ key }) => key === `xingcheng:${id}:outline`);
  if (found?.kind !== "path") throw new Error(`no outline: ${id}`);
  return found;
}

function ringsOf({ d }: PathMark): readonly (readonly Point[])[] {
  return d
    .split("Z")
    .filter((ring) => ring !== "")
    .map((ring) => {
      const numbers = (ring.match(/-?[\d.]+/g) ?? []).map(Number);
      return numbers.flatMap((x, k) => (k % 2 === 0 ? [{ x, y: numbers[k + 1] ?? 0 }] : []));
    });
}

/** Tells a point within the rings, by the crossings of a ray to the left. */
function within(rings: readonly (readonly Point[])[], { x, y }: Point): boolean {
  const crossings = rings.flatMap((ring) =>
    ring.filter((a, k) => {
      const b = ring[(k + 1) % ring.length] ?? a;
      return a.y > y !== b.y > y && x > a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y);
    }),
  );
  return crossings.length % 2 === 1;
}

test("quotes the three places where the interview says 形成", () => {
  const { labels } = readPicture("xingcheng", { width: 390, height: 490 });
  const { facts } = realStory();
  const said = Object.keys(WRITINGS).map((id) => normalizeText((labels[`${id}-quote`] ?? "").replaceAll("|", "")));
  const quotes = Object.values(WRITINGS).map((id) => facts.find((fact) => fact.id === id)?.quote ?? "");
  expect(said).toEqual(quotes.map(normalizeText));
  expect(said.filter((quote) => quote.includes("形成"))).toHaveLength(valueOf("count-form"));
});

describe.each(Object.entries(SIZES))("at %s", (_, size) => {
  test("writes one word three times: the grains of each lie alike, within its strokes", () => {
    const { picture } = readPicture("xingcheng", size);
    const words = grainsOf(picture);
    const places = words.map((grains, k) => {
      const rings = ringsOf(outlineOf(picture, Object.keys(WRITINGS)[k] ?? ""));
      expect(grains.filter((grain) => !within(rings, grain))).toEqual([]);
      const [left, top] = [Math.min(...grains.map(({ x }) => x)), Math.min(...grains.map(({ y }) => y))];
      return grains.map(({ x, y, r }) => [x - left, y - top, r].map((part) => part.toFixed(3)));
    });
    expect(places[1]).toEqual(places[0]);
    expect(places[2]).toEqual(places[0]);
  });

  test("fills the first, half of the second, and nothing of the goal at any time", () => {
    const hollow = (progress: number) =>
      grainsOf(readPicture("xingcheng", size, progress).picture).map((word) => word.filter((one) => one.hollow === 1));
    const [done = [], hastened = [], goal = []] = hollow(1);
    expect(done).toHaveLength(0);
    expect(hastened.length / GROUP_SIZE).toBeGreaterThan(0.35);
    expect(hastened.length / GROUP_SIZE).toBeLessThan(0.65);
    expect(goal).toHaveLength(GROUP_SIZE);
    for (const progress of ACTING) {
      expect(hollow(progress)[2]).toHaveLength(GROUP_SIZE);
      const { picture } = readPicture("xingcheng", size, progress);
      expect(outlineOf(picture, "to-come").dash).toBeDefined();
      expect(picture.shapes.filter(({ key }) => key === "xingcheng:to-come:ink")).toEqual([]);
    }
  });
});
