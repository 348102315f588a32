import type { Box, Point } from "../../src/core/model/picture.ts";

/** Tells two boxes that share more than an edge of `edge` px. */
export function overlaps(a: Box, b: Box, edge = 0): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.min(across, down) > edge;
}

export function boxCorners({ x, y, width, height }: Box): readonly Point[] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

/** Tells two rectangles, turned by any angle, that share more than an edge: no side of either parts them. */
export function cornersOverlap(a: readonly Point[], b: readonly Point[]): boolean {
  const sides = [a, b].flatMap((corners) =>
    corners.slice(0, 2).map((from, k) => {
      const to = corners[k + 1] ?? from;
      return { x: to.x - from.x, y: to.y - from.y };
    }),
  );
  return sides.every((side) => {
    const [one, other] = [a, b].map((corners) => corners.map(({ x, y }) => x * side.x + y * side.y));
    if (one === undefined || other === undefined) return false;
    const [start, end] = [
      Math.max(Math.min(...one), Math.min(...other)),
      Math.min(Math.max(...one), Math.max(...other)),
    ];
    return end - start > 1e-6 * Math.hypot(side.x, side.y);
  });
}
