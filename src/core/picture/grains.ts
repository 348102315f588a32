import { mixRgb, type Rgb } from "../lib/color.ts";
import { clamp } from "../lib/math.ts";
import { seededRandom } from "../lib/random.ts";
import type { BasePalette, Size } from "../model/picture.ts";

export const GRAIN_COUNT = 240;

const random = seededRandom("grain sizes");

/** Factor on each grain's radius in [0.86, 1.14], for a hand-made look. Use equal radii where grains are counted. */
export const SIZE_JITTER: readonly number[] = Array.from({ length: GRAIN_COUNT }, () => 0.86 + 0.28 * random());

/** Return object literals from `make`: 240 object spreads cost more than the rest of a frame. */
export function mapGrains<T>(make: (index: number) => T): readonly T[] {
  return Array.from({ length: GRAIN_COUNT }, (_, index) => make(index));
}

export function grainRadius(size: Size): number {
  return clamp(Math.sqrt(size.width * size.height) * 0.0088, 3.2, 7);
}

export function jitteredRadius(index: number, radius: number): number {
  return radius * (SIZE_JITTER[index] ?? 1);
}

export function idleColor(palette: BasePalette): Rgb {
  return mixRgb(palette.background, palette.muted, 0.75);
}
