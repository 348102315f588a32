import { sum } from "d3-array";
import { describe, expect, test } from "vitest";
import { groupGrains, readPicture, valueOf } from "./read-picture.ts";
import { SIZES } from "./sizes.ts";

/** What a picture draws to scale or counts out is what its facts say, at every size. */
describe.each(Object.entries(SIZES))("at %s", (_, size) => {
  describe("growth", () => {
    const { picture } = readPicture("growth", size);
    const largest = Math.max(...picture.grains.map(({ r }) => r));
    const bars = [...groupGrains(picture.grains, ({ r }) => (r > 0.8 * largest ? "bars" : "ruler"))];
    const inBars = bars.find(([key]) => key === "bars")?.[1] ?? [];
    const rows = [...groupGrains(inBars, ({ y }) => Math.round(y * 10))].sort(([a], [b]) => Number(a) - Number(b));
    const byBar = [0, 1, 2].map((bar) => rows.slice(3 * bar, 3 * bar + 3).flatMap(([, row]) => row));

    test("gives every tenth of a per cent one grain, and each rate one bar of them", () => {
      expect(rows).toHaveLength(9);
      const [, revenue = [], income = []] = byBar;
      expect(revenue).toHaveLength(Math.round(10 * valueOf("revenue")));
      expect(income).toHaveLength(Math.round(10 * valueOf("income")));
      expect([...revenue, ...income].filter(({ opacity }) => opacity < 1)).toEqual([]);
    });

    test("lets the approximate rate fade, with as much ink as its value", () => {
      const [gdp = []] = byBar;
      expect(sum(gdp, ({ opacity }) => opacity)).toBeCloseTo(10 * valueOf("gdp"));
      const along = [...gdp].sort((a, b) => a.x - b.x).map(({ opacity }) => opacity);
      expect(along).toEqual([...along].sort((a, b) => b - a));
      expect(along.at(-1)).toBeLessThan(0.2);
    });

    test("draws the three bars to one scale", () => {
      const lengths = byBar
        .slice(1)
        .map((bar) => Math.max(...bar.map(({ x }) => x)) - Math.min(...bar.map(({ x }) => x)));
      const columns = byBar.slice(1).map(({ length }) => length / 3 - 1);
      const [first = 0, second = 0] = lengths.map((length, k) => length / (columns[k] ?? 1));
      expect(second).toBeCloseTo(first, 5);
    });
  });
});
