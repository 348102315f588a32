import { luminance, mixRgb, type Rgb } from "../lib/color.ts";
import { linearStep } from "../lib/math.ts";
import { memoizeByKey } from "../lib/memoize.ts";
import type { BasePalette, Palette, Theme } from "../model/picture.ts";

export type BackgroundStop = readonly [elevation: number, colour: Rgb];

export type Inks<Own extends string> = Omit<BasePalette, "background"> & Readonly<Record<Own, Rgb>>;

export interface StoryColours<Own extends string> {
  /** From elevation 0 to 1. */
  readonly backgrounds: Readonly<Record<Theme, readonly BackgroundStop[]>>;
  readonly onDark: Inks<Own>;
  readonly onLight: Inks<Own>;
}

export function onPaper({ background }: Pick<BasePalette, "background">): boolean {
  return luminance(background) > 0.5;
}

/** Luminance at which black and white text have equal contrast: √(1.05 × 0.05) − 0.05. */
const FLIP = 0.179;

function backgroundAt(elevation: number, stops: readonly BackgroundStop[]): Rgb {
  let below: BackgroundStop = [0, stops[0]?.[1] ?? [0, 0, 0]];
  for (const stop of stops) {
    if (elevation <= stop[0]) return mixRgb(below[1], stop[1], linearStep(elevation, below[0], stop[0]));
    below = stop;
  }
  return below[1];
}

/**
 * Returns the same object for the same arguments, so that drawings can be cached by palette. Inks switch at FLIP
 * without blending; halfway they would be grey on grey.
 */
export function createPaletteAt<Own extends string>({
  backgrounds,
  onDark,
  onLight,
}: StoryColours<Own>): (elevation: number, theme: Theme) => Palette<Own> {
  return memoizeByKey((elevation: number, theme: Theme) => {
    const background = backgroundAt(elevation, backgrounds[theme]);
    return { ...(luminance(background) < FLIP ? onDark : onLight), background };
  }, 16);
}
