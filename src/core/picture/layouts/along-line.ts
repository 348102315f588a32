import type { Point } from "../../model/picture.ts";

/** Places `n` points at equal distances along a polyline, offset by `aside` px to alternate sides. */
export function pointsAlong(points: readonly Point[], n: number, aside: number): readonly Point[] {
  const reached: number[] = [];
  points.reduce((sum, point, k) => {
    const before = points[k - 1] ?? point;
    const far = sum + Math.hypot(point.x - before.x, point.y - before.y);
    reached.push(far);
    return far;
  }, 0);
  const total = reached.at(-1) ?? 0;
  let j = 1;
  return Array.from({ length: n }, (_, k) => {
    const s = (k + 0.5) / n;
    while (j < points.length - 1 && (reached[j] ?? 0) < s * total) j++;
    const [a, b] = [points[j - 1], points[j]];
    if (a === undefined || b === undefined) return { x: 0, y: 0 };
    const length = (reached[j] ?? 0) - (reached[j - 1] ?? 0) || 1;
    const share = (s * total - (reached[j - 1] ?? 0)) / length;
    const side = k % 2 === 0 ? -aside : aside;
    return {
      x: a.x + (b.x - a.x) * share - (side * (b.y - a.y)) / length,
      y: a.y + (b.y - a.y) * share + (side * (b.x - a.x)) / length,
    };
  });
}
