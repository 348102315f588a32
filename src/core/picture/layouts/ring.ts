import { range, sum } from "d3-array";
import type { Point } from "../../model/picture.ts";

function shareOut(n: number, radii: readonly number[]): readonly number[] {
  const total = sum(radii);
  const counts = radii.map((r) => Math.floor((n * r) / total));
  const rest = n - sum(counts);
  return counts.map((count, rim) => (rim < rest ? count + 1 : count));
}

/**
 * Places `n` points on `rims` concentric circles between `inner` and 1 (as shares of `radius`), rotated by `turn`
 * radians. They are listed clockwise from the left, across all circles.
 */
export function ringLayout(
  n: number,
  rims: number,
  inner: number,
  centre: Point,
  radius: number,
  turn: number,
): readonly Point[] {
  const radii = range(rims).map((rim) => inner + ((1 - inner) * (rim + 0.5)) / rims);
  const counts = shareOut(n, radii);
  return radii
    .flatMap((r, rim) => {
      const count = counts[rim] ?? 0;
      return range(count).map((k) => ({ r, angle: (2 * Math.PI * (k + (rim % 2) / 2)) / count }));
    })
    .sort((a, b) => a.angle - b.angle || a.r - b.r)
    .map(({ r, angle }) => ({
      x: centre.x - radius * r * Math.cos(angle + turn),
      y: centre.y - radius * r * Math.sin(angle + turn),
    }));
}
