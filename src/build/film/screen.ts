import type { Rgb } from "../../core/lib/color.ts";
import type { Drawing } from "../../core/model/picture.ts";
import { FILM_SCREEN } from "../../core/model/size.ts";

/**
 * Edges that platforms cover with their own controls, CSS pixels: 250, 380 and 120 device pixels. The one at the right
 * has their buttons, in the lower half of the screen.
 */
export const COVERED = {
  top: 250 / FILM_SCREEN.ratio,
  bottom: 380 / FILM_SCREEN.ratio,
  right: 120 / FILM_SCREEN.ratio,
} as const;

export interface Frame {
  readonly drawing: Drawing;
  readonly background: Rgb;
}

/** Address of a film's place, as its code has it and as a reader would type it. */
export interface FilmAddress {
  readonly link: string;
  readonly typed: string;
}
