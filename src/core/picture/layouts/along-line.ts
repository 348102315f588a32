import { cumsum, pairs, range } from "d3-array";
import { lerp } from "../../lib/math.ts";
import type { Point } from "../../model/picture.ts";

export function pointBetween(a: Point, b: Point, k: number): Point {
  return { x: lerp(a.x, b.x, k), y: lerp(a.y, b.y, k) };
}

/** Places `n` points at equal distances along a polyline, offset by `aside` px to alternate sides. */
export function pointsAlong(points: readonly Point[], n: number, aside: number): readonly Point[] {
  const lines = pairs(points, (a, b) => ({ a, b, length: Math.hypot(b.x - a.x, b.y - a.y) }));
  const ends = cumsum(lines, ({ length }) => length);
  const total = ends.at(-1) ?? 0;
  let j = 0;
  return range(n).map((k) => {
    const way = ((k + 0.5) / n) * total;
    while (j < lines.length - 1 && (ends[j] ?? 0) < way) j++;
    const line = lines[j];
    if (line === undefined) return { x: 0, y: 0 };
    const { a, b } = line;
    const length = line.length || 1;
    const share = 1 - ((ends[j] ?? 0) - way) / length;
    const side = k % 2 === 0 ? -aside : aside;
    return {
      x: lerp(a.x, b.x, share) - (side * (b.y - a.y)) / length,
      y: lerp(a.y, b.y, share) + (side * (b.x - a.x)) / length,
    };
  });
}
