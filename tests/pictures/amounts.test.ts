import { sum } from "d3-array";
import { describe, expect, test } from "vitest";
import type { RectMark } from "../../src/core/model/picture.ts";
import { groupGrains, readPicture, valueOf } from "./read-picture.ts";
import { SIZES } from "./sizes.ts";

/** A picture draws to scale and counts out the values of its facts, at every size. */
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

  describe("growth-context", () => {
    const { picture, printed } = readPicture("growth-context", size);
    const STACKS = {
      nation: "growth-nation",
      province: "growth-province",
      city: "growth-city",
      industry: "district-industry",
    };
    const whole = picture.grains.filter(({ opacity }) => opacity === 1);
    const [nation, province, city] = ["nation", "province", "city"].map((name) => printed(name)[0]?.x ?? NaN);
    const branch = printed("branch")[0]?.x ?? NaN;
    const places = { nation, province, city, industry: branch };
    const stackAt = (x = NaN) => whole.filter((grain) => Math.abs(grain.x - x) < size.width / 16);

    test.each(Object.entries(STACKS))("gives every tenth of a per cent of %s one grain", (name, fact) => {
      expect(stackAt(new Map(Object.entries(places)).get(name))).toHaveLength(Math.round(10 * valueOf(fact)));
    });

    test("has no stack but the four, and draws them to one scale from one ground", () => {
      expect(whole).toHaveLength(sum(Object.values(STACKS), (fact) => Math.round(10 * valueOf(fact))));
      const ground = Math.max(
        ...picture.shapes.map((shape) => (shape.key === "context:grid:0" && "y1" in shape ? shape.y1 : 0)),
      );
      const caps = Object.values(STACKS).map((fact) =>
        picture.shapes.flatMap((shape) =>
          shape.key === `context:${fact}:cap` && "y1" in shape ? [ground - shape.y1 - 1] : [],
        ),
      );
      const scale = (caps[0]?.[0] ?? 0) / valueOf("growth-nation");
      for (const [k, fact] of Object.values(STACKS).entries())
        expect(caps[k]?.[0]).toBeCloseTo(scale * valueOf(fact), 3);
    });

    test("leaves the estimate a fog: no whole grain, as much ink as its value, about its height", () => {
      const fog = picture.grains.filter(({ opacity }) => opacity < 1);
      expect(Math.max(...fog.map(({ opacity }) => opacity))).toBeLessThan(0.5);
      expect(sum(fog, ({ opacity }) => opacity)).toBeCloseTo(10 * valueOf("gdp"));
      const grid = new Map(picture.shapes.flatMap((shape) => ("y1" in shape ? [[shape.key, shape.y1] as const] : [])));
      const [two = 0, three = 0] = [grid.get("context:grid:2"), grid.get("context:grid:3")];
      const middle = sum(fog, ({ y }) => y) / fog.length;
      expect(Math.abs(middle - three)).toBeLessThan(0.1 * (two - three));
    });
  });

  describe("measures", () => {
    const { picture, printed } = readPicture("measures", size);
    const sheetsOf = (set: string): readonly RectMark[] =>
      picture.shapes.filter(
        (shape): shape is RectMark => shape.kind === "rect" && shape.key.startsWith(`measures:${set}:`),
      );
    const sheets = [...sheetsOf("relief"), ...sheetsOf("support")];

    test("lays a sheet for each measure, all equal", () => {
      expect(sheetsOf("relief")).toHaveLength(valueOf("relief"));
      expect(sheetsOf("support")).toHaveLength(valueOf("support"));
      expect(new Set(sheets.map(({ width, height }) => `${width} × ${height}`)).size).toBe(1);
    });

    test("leaves every sheet blank but for the nail on its edge", () => {
      for (const { x, y, width, height } of sheets) {
        const over = picture.grains.filter(
          (grain) => grain.x > x && grain.x < x + width && grain.y < y + height && grain.y >= y,
        );
        expect(over.map((grain) => grain.y)).toEqual([y]);
      }
    });

    test("names the kinds beside the sheets, and no other mark joins the two", () => {
      const right = Math.max(...sheets.map(({ x, width }) => x + width));
      const kinds = [
        "relief-one",
        "relief-two",
        "relief-three",
        "relief-four",
        "support-one",
        "support-two",
        "support-three",
      ];
      expect(kinds.flatMap((kind) => printed(kind)).filter(({ x }) => x <= right)).toEqual([]);
      expect(picture.shapes.filter(({ kind }) => kind === "path" || kind === "line")).toEqual([]);
    });
  });
});
