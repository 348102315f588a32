import { clamp } from "../../lib/math.ts";
import type { Box, Point } from "../../model/picture.ts";

/**
 * A closed track that fills a box: a circle, with two straights of `2 × wide` or `2 × tall` px when the box is oblong.
 */
export interface Stadium extends Point {
  readonly radius: number;
  readonly wide: number;
  readonly tall: number;
  readonly step: number;
}

/**
 * Fits a track of `slots` steps into a box. Marks on it extend `reach` steps to either side and stay inside: step = (π
 * · short side + 2 · (long − short)) / (slots + 2π · reach).
 */
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

/**
 * Returns the point `way` px along the track from the bottom centre, to the left when positive, and the direction there
 * in radians (π at the start).
 */
export function pointOnStadium({ x, y, radius, wide, tall }: Stadium, way: number): Point & { readonly angle: number } {
  const far = Math.abs(way);
  const quarter = (Math.PI / 2) * radius;
  const lowerBend = clamp(far - wide, 0, quarter);
  const flank = clamp(far - wide - quarter, 0, 2 * tall);
  const upperBend = clamp(far - wide - quarter - 2 * tall, 0, quarter);
  const back = Math.max(0, far - wide - 2 * quarter - 2 * tall);
  const turn = (lowerBend + upperBend) / radius;
  const out = Math.min(far, wide) + radius * Math.sin(turn) - back;
  const rise = radius * (1 - Math.cos(turn)) + flank;
  const side = way < 0 ? -1 : 1;
  return { x: x - side * out, y: y + radius + tall - rise, angle: Math.PI + side * turn };
}
