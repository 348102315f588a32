import { clamp } from "../../lib/math.ts";
import type { Box, Point } from "../../model/picture.ts";

/** A closed way that fills a box: a circle in a square one, with two straights of `2 × wide` or `2 × tall` px in an oblong one. */
export interface Stadium extends Point {
  readonly radius: number;
  readonly wide: number;
  readonly tall: number;
  /** Distance between two neighbours on it, px. */
  readonly step: number;
}

/** The track in a box that is `slots` steps long; what stands on it reaches `reach` steps to either side and stays in the box. */
export function fitStadium({ x, y, width, height }: Box, slots: number, reach: number): Stadium {
  const short = Math.min(width, height);
  const step = (Math.PI * short + 2 * Math.abs(width - height)) / (slots + 2 * Math.PI * reach);
  return {
    x: x + width / 2,
    y: y + height / 2,
    radius: short / 2 - reach * step,
    wide: Math.max(0, width - height) / 2,
    tall: Math.max(0, height - width) / 2,
    step,
  };
}

/** The place `way` px from the lowest middle, to the left when positive, and its direction there, radians; π at the foot. */
export function pointOnStadium({ x, y, radius, wide, tall }: Stadium, way: number): Point & { readonly angle: number } {
  const far = Math.abs(way);
  const quarter = (Math.PI / 2) * radius;
  const turn = (clamp(far - wide, 0, quarter) + clamp(far - wide - quarter - 2 * tall, 0, quarter)) / radius;
  const back = Math.max(0, far - wide - 2 * quarter - 2 * tall);
  const out = Math.min(far, wide) + radius * Math.sin(turn) - back;
  const rise = radius * (1 - Math.cos(turn)) + clamp(far - wide - quarter, 0, 2 * tall);
  const side = way < 0 ? -1 : 1;
  return { x: x - side * out, y: y + radius + tall - rise, angle: Math.PI + side * turn };
}
