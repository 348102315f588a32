import { describe, expect, test } from "vitest";
import type { Size } from "../../src/core/model/picture.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { layoutContextOf, sceneAt } from "../../src/core/picture/step-scene.ts";
import { realStory } from "./real-story.ts";
import { SIZES } from "./sizes.ts";

const story = realStory();
const paint = createPainter(story);
const step = story.steps.findIndex(({ id }) => id === "rank");

const table = story.facts.find(({ id }) => id === "ranks")?.table;
if (table === undefined) throw new Error("no table of ranks");
const ranks = table.rows.map(({ year, values }) => ({ year, rank: values[0] ?? null }));

describe.each(Object.entries(SIZES))("the ledges at %s", (_, size: Size) => {
  const { grains, shapes } = paint({ step, progress: 1 }, size, "day");
  const points = sceneAt(story, step).points?.(layoutContextOf(story, step, size)) ?? [];
  const bright = grains.filter(({ hollow }) => hollow === 0);

  test("carry a grain for each place of each year, and eight more round each known rank", () => {
    expect(grains).toHaveLength(11 * ranks.length + 8 * ranks.filter(({ rank }) => rank !== null).length);
    for (const { box, text } of points) {
      const year = ranks.find((one) => one.year === Number(text.slice(0, 4)));
      const inside = bright.filter(
        ({ x, y }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
      );
      expect(inside, text).toHaveLength(year?.rank === null ? 0 : 9);
      expect(text).toBe(year?.rank === null ? `${year.year}年：未查` : `${year?.year}年：第${year?.rank}`);
    }
  });

  test("hold eleven places a year in order, the first on top, and light the one of the year's rank", () => {
    const known = points.filter(({ text }) => text.includes("第"));
    for (const { box, text } of known) {
      const column = grains.filter(({ x }) => Math.abs(x - box.x - box.width / 2) < 0.05);
      const heights = [...new Set(column.filter(({ hollow }) => hollow === 1).map(({ y }) => Math.round(y * 10)))];
      const place = Number(text.split("第")[1]);
      const above = heights.filter((y) => y / 10 < box.y + box.height / 2).length;
      expect([heights.length, above], text).toEqual([10, place - 1]);
    }
  });

  test("fold the ranks that no known year has: the rows below them are higher, and equal", () => {
    const tops = new Map(points.flatMap(({ box, text }) => (text.includes("第") ? [[text.split("第")[1], box]] : [])));
    const rows = ["9", "10", "11"].map((place) => tops.get(place) ?? { y: 0, height: 0 });
    for (const { height } of rows) expect(height).toBeCloseTo(rows[0]?.height ?? 0, 5);
    for (const [k, { y, height }] of rows.slice(0, -1).entries())
      expect(y + height).toBeCloseTo(rows[k + 1]?.y ?? 0, 5);
    const all = points.find(({ text }) => text.includes("未查"))?.box;
    expect((rows[0]?.y ?? 0) - (all?.y ?? 0)).toBeLessThan(2 * (rows[0]?.height ?? 0));
  });

  test("print each rank over its own years, as large as one another, and again only smaller", () => {
    const numerals = shapes.flatMap((shape) => (shape.kind === "text" && shape.role === "value" ? [shape] : []));
    expect(numerals.map(({ text }) => text)).toEqual(["9", "9", "9", "10", "11"]);
    const [first, ...again] = numerals.filter(({ text }) => text === "9").map(({ size: type }) => type);
    expect(Math.max(...again)).toBeLessThanOrEqual(first ?? 0);
    for (const place of ["10", "11"]) expect(numerals.find(({ text }) => text === place)?.size).toBe(first);
    for (const { text, x, y } of numerals) {
      const under = points.filter(
        ({ box, text: said }) => said.endsWith(`第${text}`) && y > box.y && y < box.y + box.height,
      );
      expect(under.some(({ box }) => x > box.x - box.width && x < box.x + 2 * box.width)).toBe(true);
    }
  });

  test("are joined by no line before or across the fault", () => {
    const line = shapes.find(({ key }) => key === "rank:step");
    const fault = shapes.find(({ key }) => key === "rank:fault");
    const xs = (shape: typeof line): readonly number[] =>
      shape?.kind === "path" ? [...shape.d.matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x)) : [];
    expect(Math.min(...xs(line))).toBeGreaterThan(Math.max(...xs(fault)));
  });
});
