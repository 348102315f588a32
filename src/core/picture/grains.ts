import { mixRgb, type Rgb } from "../lib/color.ts";
import { clamp } from "../lib/math.ts";
import { seededRandom } from "../lib/random.ts";
import type { Palette, Size } from "../model/picture.ts";

/** How many marks live through the whole story. */
export const GRAIN_COUNT = 240;

/** The three groups, chosen once: the same grains are industry in chapter one and in chapter four. */
export type GrainGroup = "industry" | "services" | "rural";

/** Grains in each group, indices ascending. Equal, because siblings are equal in a schematic. */
export const GROUP_SIZE = GRAIN_COUNT / 3;

const ORDER: readonly GrainGroup[] = ["industry", "services", "rural"];

/** The group of grain `index`. */
export function groupOf(index: number): GrainGroup {
  return ORDER[Math.floor(index / GROUP_SIZE)] ?? "rural";
}

/** Index of a group's first grain. */
export function firstInGroup(group: GrainGroup): number {
  return ORDER.indexOf(group) * GROUP_SIZE;
}

/** Rank of grain `index` within its own group, 0 … GROUP_SIZE − 1. */
export function rankInGroup(index: number): number {
  return index % GROUP_SIZE;
}

const random = seededRandom("grain sizes");

/** Hand-made unevenness of each grain's size: a factor in [0.86, 1.14], the grain's own for the whole story. */
export const SIZE_JITTER: readonly number[] = Array.from({ length: GRAIN_COUNT }, () => 0.86 + 0.28 * random());

/** `make(index)` for each grain, in order of identity. Let `make` name a grain's fields one by one: 240 object spreads cost more than the rest of a frame. */
export function mapGrains<T>(make: (index: number) => T): readonly T[] {
  return Array.from({ length: GRAIN_COUNT }, (_, index) => make(index));
}

/** Radius of an average grain, px: 3.6 on a small phone to 7 on a desk. */
export function grainRadius(size: Size): number {
  return clamp(Math.sqrt(size.width * size.height) * 0.0088, 3.2, 7);
}

/** A grain's own radius when the average is `radius`: hand-made, never quite equal. For counting use equal ones instead. */
export function jitteredRadius(index: number, radius: number): number {
  return radius * (SIZE_JITTER[index] ?? 1);
}

/** Colour of a grain that stands for nothing here. */
export function idleColor(palette: Palette): Rgb {
  return mixRgb(palette.background, palette.muted, 0.75);
}
