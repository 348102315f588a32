import { describe, expect, test } from "vitest";
import { toHex } from "../../src/core/lib/color.ts";
import type { Grain, Picture, Size, TextMark } from "../../src/core/model/picture.ts";
import { textBox } from "../../src/core/picture/text.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { config } from "../../src/core/scenes/config.ts";
import { realStory } from "./real-story.ts";
import { SIZES } from "./sizes.ts";

const story = realStory();
const paint = createPainter(story);

function stepOf(id: string) {
  const index = story.steps.findIndex((candidate) => candidate.id === id);
  const step = story.steps[index];
  if (step === undefined) throw new Error(`no such step: ${id}`);
  return { index, words: step.labels };
}

function pictureOf(id: string, progress: number, size: Size): Picture {
  return paint({ step: stepOf(id).index, progress }, size, "day");
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** Longest distance between two of `grains`, px. */
function extent(grains: readonly Grain[]): number {
  return Math.max(...grains.map((a) => Math.max(...grains.map((b) => distance(a, b)))));
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string | number): ReadonlyMap<string | number, readonly T[]> {
  const groups = new Map<string | number, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

const byX = (a: Point, b: Point): number => a.x - b.x;

/** The grains by the colour that a reader sees. */
function byColour({ grains }: Picture): ReadonlyMap<string | number, readonly Grain[]> {
  return grouped(grains, ({ fill }) => toHex(fill));
}

/** The texts that print a word of the step's file. */
function printed(picture: Picture, word: string | undefined): readonly TextMark[] {
  return picture.shapes.filter((shape): shape is TextMark => shape.kind === "text" && shape.text === word);
}

function middleOf(text: TextMark): Point {
  const { x, y, width, height } = textBox(text);
  return { x: x + width / 2, y: y + height / 2 };
}

const ACTING = [0.36, 0.5, 0.7, 0.85, 1];

describe.each(Object.entries(SIZES))("at %s", (_, size) => {
  test("the bridge's red deck never closes: a demand is not shown as done", () => {
    for (const progress of ACTING) {
      const picture = pictureOf("bridge", progress, size);
      const deck = [...(byColour(picture).get(toHex(config.paletteAt(picture.elevation, "day").red)) ?? [])].sort(byX);
      expect(deck.length, "grains of the deck").toBeGreaterThan(40);
      const steps = deck.slice(1).map(({ x }, k) => x - (deck[k]?.x ?? x));
      const widest = Math.max(...steps);
      const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
      expect(widest, `progress ${progress}`).toBeGreaterThan(Math.max(3 * usual, 0.08 * size.width));
      const left = deck.slice(0, steps.indexOf(widest) + 1);
      expect(left.length, "as many grains on either bank").toBe(deck.length / 2);
    }
  });

  test("the bridge's two cables are one curve twice, with its lowest point between the towers", () => {
    const picture = pictureOf("bridge", 1, size);
    const colours = config.paletteAt(picture.elevation, "day");
    const cables = [...byColour(picture)].filter(([colour]) => colour !== toHex(colours.red));
    expect(cables).toHaveLength(2);
    const [near = [], far = []] = [...cables]
      .sort(([colour]) => (colour === toHex(colours.ember) ? -1 : 1))
      .map(([, grains]) => [...grains].sort(byX));
    expect(near.length).toBeGreaterThan(40);
    expect(far).toHaveLength(near.length);
    const [dx, dy] = [(far[0]?.x ?? 0) - (near[0]?.x ?? 0), (far[0]?.y ?? 0) - (near[0]?.y ?? 0)];
    expect(Math.hypot(dx, dy), "the far cable stands behind the near one").toBeGreaterThan(5);
    for (const [k, grain] of near.entries()) {
      expect(far[k]?.x).toBeCloseTo(grain.x + dx, 3);
      expect(far[k]?.y).toBeCloseTo(grain.y + dy, 3);
    }
    const tops = near.filter(
      ({ y }, k) =>
        k > 0 && k < near.length - 1 && y <= (near[k - 1]?.y ?? -Infinity) && y < (near[k + 1]?.y ?? -Infinity),
    );
    expect(tops).toHaveLength(2);
  });

  test("the three dots of hearts are equal and carry as many grains, each below its own word", () => {
    const picture = pictureOf("hearts", 1, size);
    const { words } = stepOf("hearts");
    const dots = [0, 120, 180].map((first) => picture.grains.slice(first, first + 60));
    const [first = 0, ...others] = dots.map(extent);
    for (const other of others) expect(Math.abs(other / first - 1)).toBeLessThan(0.001);
    const tips = dots.map((dot) => dot.reduce((tip, grain) => (grain.y < tip.y ? grain : tip)));
    const needs = ["to-kind", "to-true", "to-care"].flatMap((key) => printed(picture, words[key]).map(middleOf));
    const nearest = needs.map((need) => tips.map((tip) => distance(tip, need)));
    expect(nearest.map((ways) => ways.indexOf(Math.min(...ways)))).toEqual([0, 1, 2]);
  });

  test("the three prints of three-periods are equal, whenever one looks", () => {
    for (const progress of ACTING) {
      const plates = [...byColour(pictureOf("three-periods", progress, size)).values()];
      expect(plates.map(({ length }) => length)).toEqual([80, 80, 80]);
      const [first = 0, ...others] = plates.map(extent);
      for (const other of others) expect(Math.abs(other / first - 1), `progress ${progress}`).toBeLessThan(0.02);
    }
  });

  test("the three plumb bobs of axes are equal and level, whenever one looks", () => {
    for (const progress of ACTING) {
      const { grains } = pictureOf("axes", progress, size);
      const bobs = [0, 1, 2].map((k) => grains.slice(80 * k, 80 * (k + 1)));
      const [first = 0, ...others] = bobs.map(extent);
      for (const other of others) expect(Math.abs(other / first - 1), `progress ${progress}`).toBeLessThan(0.001);
      expect(new Set(bobs.map((bob) => Math.max(...bob.map(({ y }) => y)).toFixed(3))).size).toBe(1);
    }
  });

  test("the nouns of axes hang under their demand in the order of the text, in equal steps", () => {
    const picture = pictureOf("axes", 1, size);
    const { words } = stepOf("axes");
    const [word] = printed(picture, words["one-a"]);
    const steps = ["one", "two", "three"].map((rope) => {
      const [name] = printed(picture, words[rope]);
      const keys = Object.keys(words).filter((key) => key.startsWith(`${rope}-`));
      const tags = keys.flatMap((key) => printed(picture, words[key]));
      expect(tags).toHaveLength(keys.length);
      for (const { x } of tags) expect(Math.abs(x - (name?.x ?? 0))).toBeLessThan(word?.size ?? 0);
      return [name, ...tags].slice(1).map((tag, k) => (tag?.y ?? 0) - ([name, ...tags][k]?.y ?? 0));
    });
    const [firsts, rest] = [steps.map(([first = 0]) => first), steps.flatMap(([, ...others]) => others)];
    for (const first of firsts) expect(first).toBeCloseTo(firsts[0] ?? 0, 3);
    for (const step of rest) expect(step).toBeCloseTo(rest[0] ?? 0, 3);
    expect(Math.min(...firsts, ...rest)).toBeGreaterThan(0);
  });

  test("the third part of the vessel and its verb are dashed and its grains hollow, whenever one looks", () => {
    for (const progress of ACTING) {
      const { grains, shapes } = pictureOf("third-leg", progress, size);
      const dashed = shapes.filter(({ key }) =>
        /^(?:ding:(?:contour|rules|leg):0|tracing:(?:sheet|strokes))$/.test(key),
      );
      expect(dashed.map((shape) => (shape.kind === "text" ? "" : shape.dash))).toEqual(
        Array(5).fill(expect.any(String)),
      );
      expect(grains.slice(160).filter(({ hollow }) => hollow < 1)).toEqual([]);
      expect(grains.slice(0, 160).filter(({ hollow }) => hollow > 0)).toEqual([]);
    }
  });

  test("a tag of axes is filled only for a thing that is said to be done, and dashed only for a goal", () => {
    const { shapes } = pictureOf("axes", 1, size);
    const { words } = stepOf("axes");
    const tags = shapes.flatMap((shape) => (shape.kind === "rect" && shape.key.startsWith("axes:tag:") ? [shape] : []));
    const paper = toHex(config.paletteAt(0.92, "day").background);
    const named = (chosen: (tag: (typeof tags)[number]) => boolean) =>
      tags.filter(chosen).map(({ key }) => words[key.replace("axes:tag:", "")]);
    expect(named(({ fill }) => fill !== null && toHex(fill) !== paper)).toEqual(["“双轮”“两翼”", "“妈妈式”服务"]);
    expect(named(({ dash }) => dash !== undefined)).toEqual(["动力谷、硅谷"]);
    const statusOf = (id: string): string | undefined => story.facts.find((fact) => fact.id === id)?.status;
    expect(["two-wheels", "mama", "valleys-soon"].map(statusOf)).toEqual(["已形成", "事实", "目标"]);
  });

  test("nothing of green is drawn as done: a demand has a whole fence, a goal a dashed one", () => {
    const { grains, shapes } = pictureOf("green", 1, size);
    expect(grains.filter(({ hollow }) => hollow < 1)).toEqual([]);
    const fences = shapes.filter(({ key }) => /^green:plot:\d$/.test(key));
    const statuses = ["tourism-deep", "village-town", "village-town", "special-action", "model-zone"].map(
      (id) => story.facts.find((fact) => fact.id === id)?.status,
    );
    expect(fences.map((fence) => fence.kind === "path" && fence.fill)).toEqual(Array(5).fill(null));
    expect(fences.map((fence) => (fence.kind === "path" && fence.dash !== undefined ? "目标" : "要求"))).toEqual(
      statuses,
    );
    const { index, words } = stepOf("green");
    const left = printed(paint({ step: index, progress: 1 }, size, "day"), words["model"]).map(({ x }) => x);
    const names = ["tourism", "village", "town", "action"].flatMap((key) =>
      printed(pictureOf("green", 1, size), words[key]),
    );
    expect(names.map(({ x }) => x)).toEqual(Array(4).fill(left[0]));
  });

  test("the links of innovation that are wanted are dashed and hold no grain", () => {
    for (const progress of ACTING) {
      const { grains, shapes } = pictureOf("innovation", progress, size);
      const wanted = shapes.filter(({ key }) => /^links:(?:strong|mended|longer):/.test(key));
      expect(wanted.map((shape) => shape.kind === "path" && shape.dash)).toEqual(Array(6).fill(expect.any(String)));
      expect(grains.filter(({ opacity, hollow }) => opacity < 1 || hollow > 0)).toEqual([]);
    }
    const flags = pictureOf("innovation", 1, size).shapes.filter(({ key }) => /^links:flag:\d:cloth$/.test(key));
    expect(flags.map((flag) => flag.kind === "path" && [flag.fill, flag.dash])).toEqual([
      [null, expect.any(String)],
      [null, expect.any(String)],
    ]);
  });

  test("the third part is empty in the last picture: its grains are under the ground, and one of them glows", () => {
    const { grains } = pictureOf("last", 1, size);
    const feet = Math.max(...grains.slice(0, 160).map(({ y }) => y));
    const third = grains.slice(160);
    expect(third.filter(({ y }) => y <= feet)).toEqual([]);
    expect(third.filter(({ hollow }) => hollow === 0)).toHaveLength(1);
    expect(third.filter(({ hollow }) => hollow === 1)).toHaveLength(79);
  });

  test("the reckoning gives each goal as many hollow grains, and says of each what was found", () => {
    const { grains, shapes } = pictureOf("reckoning", 1, size);
    const { words } = stepOf("reckoning");
    expect(grains.every(({ hollow }) => hollow === 1)).toBe(true);
    const goals = ["third-leg", "model-zone", "win-win", "fusion", "village-town", "valleys-soon"];
    expect(goals.map((id) => story.facts.find((fact) => fact.id === id)?.status)).toEqual(Array(6).fill("目标"));
    const names = ["third", "model", "win", "fusion", "village", "valleys"].flatMap((key) =>
      printed({ grains, shapes, elevation: 0 }, words[key]).map(({ y }) => y),
    );
    expect(names).toEqual([...names].sort((a, b) => a - b));
    const middles = names.slice(1).map((y, k) => (y + (names[k] ?? 0)) / 2);
    const row = (names[1] ?? 0) - (names[0] ?? 0);
    // A name stands in the middle of its grains: its baseline is a little below.
    const rowOf = ({ y }: Point): number => middles.filter((top) => top - row * 0.1 < y).length;
    expect([...grouped(grains, rowOf).values()].map(({ length }) => length)).toEqual(Array(6).fill(40));
    expect(printed({ grains, shapes, elevation: 0 }, words["none"])).toHaveLength(5);
    const never = words["never"]?.replace("|", "") ?? "";
    const texts = shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
    expect(texts.some((text) => text.length > 4 && never.endsWith(text))).toBe(true);
  });

  test("every row of light narrows towards the farmhouse's door", () => {
    for (const progress of ACTING) {
      const rows = grouped(pictureOf("narrowing", progress, size).grains, ({ y }) => Math.round(y * 100));
      const up = [...rows].sort(([a], [b]) => Number(b) - Number(a)).map(([, row]) => row.map(({ x }) => x));
      expect(up.map(({ length }) => length)).toEqual(Array.from({ length: 15 }, (_, row) => 30 - 2 * row));
      const widths = up.map((xs) => Math.max(...xs) - Math.min(...xs));
      expect(widths).toEqual([...widths].sort((a, b) => b - a));
    }
  });

  test("the names of the three places grow as one, two, four", () => {
    const picture = pictureOf("narrowing", 1, size);
    const { words } = stepOf("narrowing");
    const sizes = [words["one"], words["two"]?.slice(0, 1), words["three"]].map(
      (word) => printed(picture, word)[0]?.size,
    );
    expect(sizes.map((one) => (one ?? 0) / (sizes[0] ?? 1))).toEqual([1, 2, 4]);
  });
});
