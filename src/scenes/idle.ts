import { mixRgb } from "../picture/colour.ts";
import type { Palette, Rgb } from "../picture/model.ts";

/** Colour of a grain that stands for nothing here. */
export function idle(palette: Palette): Rgb {
  return mixRgb(palette.ground, palette.muted, 0.75);
}
