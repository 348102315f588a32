import type { Point } from "../../model/picture.ts";

function shareOut(n: number, radii: readonly number[]): readonly number[] {
  const total = radii.reduce((sum, r) => sum + r, 0);
  const counts = radii.map((r) => Math.floor((n * r) / total));
  let rest = n - counts.reduce((sum, c) => sum + c, 0);
  return counts.map((count) => (rest-- > 0 ? count + 1 : count));
}

/**
 * Places `n` points on `rims` concentric circles between `inner` and 1 (as shares of `radius`), rotated by `turn`
 * radians. Sorted clockwise from the left, so that a group arrives as a stream.
 */
export function ringLayout(
  n: number,
  rims: number,
  inner: number,
  centre: Point,
  radius: number,
  turn: number,
): readonly Point[] {
  const radii = Array.from({ length: rims }, (_, k) => inner + ((1 - inner) * (k + 0.5)) / rims);
  const spots = shareOut(n, radii).flatMap((count, rim) =>
    Array.from({ length: count }, (_, k) => ({
      r: radii[rim] ?? 1,
      angle: (2 * Math.PI * (k + (rim % 2) / 2)) / count,
    })),
  );
  return spots
    .sort((a, b) => a.angle - b.angle || a.r - b.r)
    .map(({ r, angle }) => ({
      x: centre.x - radius * r * Math.cos(angle + turn),
      y: centre.y - radius * r * Math.sin(angle + turn),
    }));
}
