import { describe, expect, test } from "vitest";
import { toHex } from "../../src/core/lib/color.ts";
import type { Point } from "../../src/core/model/picture.ts";
import { config } from "../../src/core/scenes/config.ts";
import { divideInterview, findOccurrences } from "../../src/core/scenes/3-idea/words-reading.ts";
import { readPicture, valueOf } from "./read-picture.ts";
import { realStory } from "./real-story.ts";
import { SIZES } from "./sizes.ts";

const { facts, steps } = realStory();

function factOf(id: string) {
  const found = facts.find((fact) => fact.id === id);
  if (found === undefined) throw new RangeError(`unknown fact: ${id}`);
  return found;
}

const parts = divideInterview(factOf);
const partsOf = (id: string): readonly number[] =>
  findOccurrences(parts, factOf(id).places).map(({ part }) => part + 1);

describe("the interview in 240 grains", () => {
  test("has four parts, each with grains by its length to within one grain", () => {
    const characters = valueOf("interview-length") - valueOf("lead-length");
    expect(parts.map(({ end, from }) => end - from).reduce((sum, length) => sum + length, 0)).toBe(characters);
    expect(parts.map(({ count }) => count).reduce((sum, count) => sum + count, 0)).toBe(240);
    for (const { from, end, count } of parts)
      expect(Math.abs(count - (240 * (end - from)) / characters)).toBeLessThan(1);
  });

  test("has eight figures, three in the first part and five in the second", () => {
    expect(partsOf("count-figures")).toEqual([1, 1, 1, 2, 2, 2, 2, 2]);
    expect(valueOf("count-figures")).toBe(8);
  });

  test("has each word where its text says", () => {
    expect(partsOf("count-firms")).toEqual(Array<number>(valueOf("count-firms")).fill(2));
    expect(partsOf("count-people")).toEqual(Array<number>(valueOf("count-people")).fill(3));
    expect(partsOf("count-must")).toEqual(Array<number>(valueOf("count-must")).fill(3));
    expect(partsOf("count-yao").filter((part) => part === 3)).toHaveLength(valueOf("count-yao"));
  });

  test("gives no two places of one word, and no two figures, one grain", () => {
    for (const id of ["count-figures", "count-firms", "count-people", "count-yao", "count-must"]) {
      const grains = findOccurrences(parts, factOf(id).places).map(({ grain }) => grain);
      expect(new Set(grains).size, id).toBe(grains.length);
    }
  });
});

describe.each(Object.entries(SIZES))("at %s", (_, size) => {
  const { picture } = readPicture("words", size);
  const colours = config.paletteAt(picture.elevation, "day");
  const filled = (colour: keyof typeof colours): readonly number[] =>
    picture.grains.flatMap(({ fill, hollow }, k) => (hollow < 1 && toHex(fill) === toHex(colours[colour]) ? [k] : []));
  const marksOf = (id: string) => picture.shapes.filter(({ key }) => key.startsWith(`words:mark:${id}:`));

  test("lights each figure and each word as often as it occurs", () => {
    const figures = findOccurrences(parts, factOf("count-figures").places).map(({ grain }) => grain);
    expect(filled("red")).toEqual(figures);
    // A grain that holds a figure and a word is red with a ring about it.
    expect(filled("ember").length + marksOf("firms").length).toBe(valueOf("count-firms"));
    expect(filled("ink")).toHaveLength(valueOf("count-people"));
    expect(marksOf("yao")).toHaveLength(valueOf("count-yao"));
    expect(marksOf("must")).toHaveLength(valueOf("count-must"));
  });

  test("reads from left to right and down, in blocks of equal columns", () => {
    const rows = new Map<number, Point[]>();
    for (const grain of picture.grains) rows.set(grain.y, [...(rows.get(grain.y) ?? []), grain]);
    expect([...rows.keys()]).toEqual([...rows.keys()].sort((a, b) => a - b));
    for (const row of rows.values()) expect(row.map(({ x }) => x)).toEqual(row.map(({ x }) => x).sort((a, b) => a - b));
    const full = Math.max(...[...rows.values()].map(({ length }) => length));
    expect([...rows.values()].filter(({ length }) => length < full).length).toBeLessThanOrEqual(parts.length);
  });

  test("prints the totals by part", () => {
    const totals = parts.map((_part, k) => picture.shapes.find(({ key }) => key === `words:part:${k}:total`));
    expect(totals.map((mark) => (mark?.kind === "text" ? mark.text : ""))).toEqual(["3", "5", "0", "0"]);
  });
});

test("the points of the picture are its figures and words, by part", () => {
  const scene = config.scenes["words"];
  const step = steps.find(({ id }) => id === "words");
  const points = scene?.points?.({
    size: { width: 390, height: 490 },
    box: { x: 17, y: 90, width: 337, height: 380 },
    fact: factOf,
    label: (key) => step?.labels[key] ?? "",
  });
  const read = points?.map(({ text }) => text) ?? [];
  expect(read).toContain("第一部分：GDP预计3%左右");
  expect(read).toContain("第二部分：“企业”9次");
  expect(read.filter((text) => text.startsWith("第四部分"))).toEqual([]);
});
