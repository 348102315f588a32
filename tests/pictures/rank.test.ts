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

  test("stand in the order of the ranks, the first on top", () => {
    const at = (place: number): number => {
      const name = shapes.find(({ key }) => key === `rank:place:${place}`);
      return name?.kind === "text" ? name.y - 0.36 * name.size : 0;
    };
    const heights = Array.from({ length: 11 }, (__, k) => at(k + 1));
    const steps = heights.slice(1).map((y, k) => y - (heights[k] ?? 0));
    for (const one of steps) expect(one).toBeCloseTo(steps[0] ?? 0, 5);
    for (const { box, text } of points.filter(({ text: said }) => said.includes("第")))
      expect(box.y + box.height / 2).toBeCloseTo(at(Number(text.split("第")[1])), 0);
  });

  test("are joined by no line before or across the fault", () => {
    const line = shapes.find(({ key }) => key === "rank:step");
    const fault = shapes.find(({ key }) => key === "rank:fault");
    const xs = (shape: typeof line): readonly number[] =>
      shape?.kind === "path" ? [...shape.d.matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x)) : [];
    expect(Math.min(...xs(line))).toBeGreaterThan(Math.max(...xs(fault)));
  });
});
