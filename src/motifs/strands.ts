import { mixRgb } from "../picture/colour.ts";
import type { Palette, Rgb } from "../picture/model.ts";

/** Tones of the three strands, so that a plait can be told from a rope. */
export function strandTones({ ember, ink, ground }: Palette): readonly Rgb[] {
  return [ember, mixRgb(ember, ink, 0.42), mixRgb(ember, ground, 0.26)];
}
