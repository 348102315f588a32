import { UNEVENNESS } from "../picture/grains.ts";
import type { Size } from "../picture/model.ts";
import { clamp } from "../picture/ease.ts";

/** Radius of an average grain, px: 3.6 on a small phone to 7 on a desk. */
export function grainRadius(size: Size): number {
  return clamp(Math.sqrt(size.width * size.height) * 0.0088, 3.2, 7);
}

/** A grain's own radius when the average is `radius`: hand-made, never quite equal. For counting use equal ones instead. */
export function sized(index: number, radius: number): number {
  return radius * (UNEVENNESS[index] ?? 1);
}
