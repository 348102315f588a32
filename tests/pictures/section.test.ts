import { describe, expect, test } from "vitest";
import type { Picture, Shape, Size } from "../../src/core/model/picture.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { layoutContextOf, sceneAt } from "../../src/core/picture/step-scene.ts";
import { realStory } from "./real-story.ts";
import { SIZES } from "./sizes.ts";

const story = realStory();
const paint = createPainter(story);

function indexOf(id: string): number {
  const index = story.steps.findIndex((step) => step.id === id);
  if (index < 0) throw new Error(`no such step: ${id}`);
  return index;
}

const city = indexOf("city");

const table = story.facts.find(({ id }) => id === "sectors")?.table;
if (table === undefined) throw new Error("no table of sectors");
const { columns, rows } = table;

/** Shares of primary, secondary and tertiary in a year, 0–1. */
function sharesOf(year: number): readonly number[] {
  const row = rows.find((one) => one.year === year)?.values ?? [];
  const parts = ["primary", "secondary", "tertiary"].map((name) => row[columns.indexOf(name)] ?? 0);
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / whole);
}

/** The numbers of a path in pairs. */
function placesOf(shape: Shape | undefined): readonly { readonly x: number; readonly y: number }[] {
  if (shape?.kind !== "path") return [];
  const commands = [...shape.d.matchAll(/([MLHV])([^MLHVZ]*)/g)];
  let [x, y] = [0, 0];
  return commands.map(([, command = "", numbers = ""]) => {
    const [first = 0, second = 0] = numbers.split(",").map(Number);
    if (command === "H") x = first;
    else if (command === "V") y = first;
    else [x, y] = [first, second];
    return { x, y };
  });
}

const shapeOf = ({ shapes }: Picture, key: string): Shape | undefined => shapes.find((shape) => shape.key === key);

/** Columns of grains from left to right. */
function columnsOf({ grains }: Picture) {
  const found = new Map<number, (typeof grains)[number][]>();
  for (const grain of grains) {
    const x = Math.round(grain.x * 10);
    found.set(x, [...(found.get(x) ?? []), grain]);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, members]) => members);
}

describe.each(Object.entries(SIZES))("the rock section at %s", (_, size: Size) => {
  const rest = paint({ step: city, progress: 1 }, size, "day");
  const points = sceneAt(story, city).points?.(layoutContextOf(story, city, size)) ?? [];

  test("spends ten grains on each of the table's years", () => {
    expect(columnsOf(rest).map(({ length }) => length)).toEqual(rows.map(() => 10));
  });

  test("draws each border at the year's share", () => {
    const scale = points[0]?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    const border = placesOf(shapeOf(rest, "section:before:secondary:joint"));
    for (const { box, text } of points.slice(0, 19)) {
      const [primary = 0, secondary = 0] = sharesOf(Number(text.slice(0, 4)));
      const at = border.find(({ x }) => Math.abs(x - box.x) < 0.1);
      // The curve steps to a year's level at its left edge.
      const levels = border.filter(({ x }) => Math.abs(x - box.x) < 0.1).map(({ y }) => y);
      expect(at).toBeDefined();
      const expected = scale.y + scale.height * (1 - primary - secondary);
      expect(Math.min(...levels.map((y) => Math.abs(y - expected)))).toBeLessThan(0.1);
    }
  });

  test("draws nothing across the fault at any moment", () => {
    for (const progress of [0.36, 0.5, 0.66, 0.7, 0.75, 0.8, 0.9]) {
      const picture = paint({ step: city, progress }, size, "day");
      const fault = placesOf(shapeOf(picture, "section:fault")).map(({ x }) => x);
      const [left, right] = [Math.min(...fault), Math.max(...fault)];
      const layers = picture.shapes.filter(({ key }) => /^section:(?:before|after):/.test(key));
      for (const layer of layers) {
        const xs = placesOf(layer).map(({ x }) => x);
        const before = layer.key.startsWith("section:before");
        if (before) expect(Math.max(...xs), layer.key).toBeLessThan(left);
        else expect(Math.min(...xs), layer.key).toBeGreaterThan(right);
      }
    }
  });

  test("leaves the years after the interview empty and dashed", () => {
    const known = columnsOf(rest).map((column) => column.every(({ hollow }) => hollow === 0));
    expect(known).toEqual(rows.map(({ year }) => year <= 2020));
    const ends = placesOf(shapeOf(rest, "section:after:tertiary")).map(({ x }) => x);
    for (const { year } of rows.filter((row) => row.year > 2020)) {
      const empty = shapeOf(rest, `section:empty:${year}`);
      expect(empty).toMatchObject({ kind: "rect", fill: null, dash: "2 3", opacity: 1 });
      expect(empty?.kind === "rect" ? empty.x : 0).toBeGreaterThan(Math.max(...ends));
    }
  });

  test("reads every year, and the year of both books on either side", () => {
    const years = points.map(({ text }) => Number(text.slice(0, 4)));
    expect(years).toEqual([
      ...rows.slice(0, 19).map(({ year }) => year),
      2015,
      ...rows.slice(19).map(({ year }) => year),
    ]);
    const twice = points.filter(({ text }) => text.startsWith("2015"));
    expect(twice.map(({ text }) => /第二产业([\d.]+%)/.exec(text)?.[1])).toEqual(["56.7%", "52.1%"]);
    expect(points.find(({ text }) => text.startsWith("2021"))?.text).toBe("2021年：访谈还不知道");
  });
});

describe.each(Object.entries(SIZES))("the filled section at %s", (_, size: Size) => {
  const filled = indexOf("columns-fill");

  test("begins with the three years empty and ends with every grain filled, still cut at the fault", () => {
    const before = paint({ step: filled, progress: 0.36 }, size, "day");
    const after = paint({ step: filled, progress: 1 }, size, "day");
    const full = (picture: Picture): readonly number[] =>
      columnsOf(picture).map((column) => column.filter(({ hollow }) => hollow < 0.5).length);
    expect(full(before)).toEqual(rows.map(({ year }) => (year > 2020 ? 0 : 10)));
    expect(full(after)).toEqual(rows.map(() => 10));
    const fault = placesOf(shapeOf(after, "section:fault")).map(({ x }) => x);
    const ends = ["section:before:tertiary", "section:after:tertiary"].map((key) =>
      placesOf(shapeOf(after, key)).map(({ x }) => x),
    );
    expect(Math.max(...(ends[0] ?? []))).toBeLessThan(Math.min(...fault));
    expect(Math.min(...(ends[1] ?? []))).toBeGreaterThan(Math.max(...fault));
  });

  test("reads every year once, each where its ten grains stand", () => {
    const { grains } = paint({ step: filled, progress: 1 }, size, "day");
    const points = sceneAt(story, filled).points?.(layoutContextOf(story, filled, size)) ?? [];
    expect(points.map(({ text }) => Number(text.slice(0, 4)))).toEqual(rows.map(({ year }) => year));
    for (const { box, text } of points) {
      const inside = grains.filter(
        ({ x, y }) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
      );
      expect(inside, text).toHaveLength(10);
    }
    const share = points.at(-1)?.text ?? "";
    expect(["第三产业52.0%", "第二产业41.3%", "第一产业6.7%"].filter((said) => !share.includes(said))).toEqual([]);
  });

  test("prints the last year's shares as the facts do", () => {
    const { shapes } = paint({ step: filled, progress: 1 }, size, "day");
    const figures = shapes.flatMap((shape) => (shape.kind === "text" && shape.role === "value" ? [shape.text] : []));
    expect([...figures].sort()).toEqual(["41.3", "52.0", "6.7"]);
    const said = story.facts.filter(({ id }) => id.startsWith("share-2023-")).map(({ text }) => text);
    expect([...said].sort()).toEqual(["41.3%", "52.0%", "6.7%"]);
  });
});

test("the section's words name the years that the table bears out", () => {
  const share = (year: number, sector: number): number => sharesOf(year)[sector] ?? 0;
  const before = rows.map(({ year }) => year).filter((year) => year <= 2018);
  const peak = before.reduce((best, year) => (share(year, 1) > share(best, 1) ? year : best));
  const passed = before.find((year) => share(year, 2) > share(year, 1));
  const value = (id: string): number | null | undefined => story.facts.find((fact) => fact.id === id)?.value;
  expect([peak, passed]).toEqual([value("peak-year"), value("cross-year")]);
});
