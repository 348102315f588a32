import type { Box } from "../../src/core/model/picture.ts";

/** Tells two boxes that share more than an edge of `edge` px. */
export function overlaps(a: Box, b: Box, edge = 0): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.min(across, down) > edge;
}
