import { describe, expect, test } from "vitest";
import type { Size } from "../../src/core/model/picture.ts";
import { createPainter } from "../../src/core/picture/painter.ts";
import { layoutContextOf, sceneAt } from "../../src/core/picture/step-scene.ts";
import { realStory } from "./real-story.ts";
import { SIZES } from "./sizes.ts";

const story = realStory();
const paint = createPainter(story);
const step = story.steps.findIndex(({ id }) => id === "coal-ends");
const MOMENTS = [0.36, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95];

describe.each(Object.entries(SIZES))("the lamps at %s", (_, size: Size) => {
  const points = sceneAt(story, step).points?.(layoutContextOf(story, step, size)) ?? [];
  /** Lamps that burn in a rack at a moment, and all of it. */
  const lampsIn = (rack: number, progress: number): readonly [burning: number, all: number] => {
    const box = points[rack]?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    const inside = paint({ step, progress }, size, "day").grains.filter(
      ({ x, y }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
    );
    return [inside.filter(({ hollow }) => hollow < 0.5).length, inside.length];
  };

  test("are one for each mine that was closed in the rack's year", () => {
    expect(points.slice(0, 2).map(({ text }) => text)).toEqual(["2016年51家", "2025年18家"]);
    expect([lampsIn(0, 0.36), lampsIn(1, 0.36)]).toEqual([
      [51, 51],
      [18, 18],
    ]);
    expect([lampsIn(0, 1), lampsIn(1, 1)]).toEqual([
      [0, 51],
      [0, 18],
    ]);
  });

  test("go out and never come back, the later year's only after the earlier's", () => {
    const burning = MOMENTS.map((progress) => [lampsIn(0, progress)[0], lampsIn(1, progress)[0]] as const);
    for (const rack of [0, 1] as const) {
      const counts = burning.map((both) => both[rack]);
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
    }
    for (const [first, last] of burning) if (last < 18) expect(first).toBe(0);
  });

  test("leave one lit, outside the racks, for the mine that is still listed", () => {
    const { grains, shapes } = paint({ step, progress: 1 }, size, "day");
    const widest = Math.max(...grains.filter(({ hollow }) => hollow === 0).map(({ r }) => r));
    const lit = grains.filter(({ hollow, r }) => hollow === 0 && r === widest);
    expect(lit).toHaveLength(1);
    const name = shapes.flatMap((shape) => (shape.kind === "text" && /^coal:still:\d/.test(shape.key) ? [shape] : []));
    expect(name.map(({ text }) => text).join("")).toBe("安源煤矿，省属，登记在产");
    expect(Math.min(...name.map(({ x }) => x))).toBeGreaterThan((lit[0]?.x ?? 0) + widest);
  });

  test("hang under the strip of their year, and the last day's mine stands where the strip ends", () => {
    const { shapes } = paint({ step, progress: 1 }, size, "day");
    const spans = [2016, 2025].map((year) => shapes.find(({ key }) => key === `coal:strip:${year}`));
    for (const [k, span] of spans.entries()) {
      const { y, height } = points[k]?.box ?? { y: 0, height: 0 };
      const [y1, y2] = span?.kind === "line" ? [span.y1, span.y2] : [0, 0];
      expect(y).toBeCloseTo(y1, 5);
      expect(y + height).toBeLessThanOrEqual(y2 + 1e-6);
    }
    const [year, july, end] = [
      spans[1],
      ...["swap", "end"].map((id) => shapes.find(({ key }) => key === `coal:${id}:line`)),
    ];
    const [top, swap, last] = [year, july, end].map((shape) => (shape?.kind === "line" ? shape.y1 : 0));
    expect(((swap ?? 0) - (top ?? 0)) / ((last ?? 0) - (top ?? 0))).toBeCloseTo(7 / 12, 5);
    const { y, height } = points[3]?.box ?? { y: 0, height: 0 };
    expect([points[3]?.text, (last ?? 0) >= y, (last ?? 0) <= y + height + 1e-6]).toEqual([
      "2025年12月31日，王坑煤矿",
      true,
      true,
    ]);
  });
});
