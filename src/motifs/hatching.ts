import type { Box } from "../picture/model.ts";

/** Path data of slanted strokes filling a box, `pitch` px apart along its foot, each cut at the box's edges; they lean right at 45 degrees. */
export function hatching({ x, y, width, height }: Box, pitch: number): string {
  const foot = y + height;
  let d = "";
  for (let start = x - height + pitch / 2; start < x + width; start += pitch) {
    const from = Math.max(start, x);
    const to = Math.min(start + height, x + width);
    if (to > from) d += `M${from} ${foot - (from - start)}L${to} ${foot - (to - start)}`;
  }
  return d;
}
