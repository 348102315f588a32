import { contrastRatio, luminance, mixRgb, type Rgb } from "../lib/color.ts";
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

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** Contrast that WCAG AA asks of text, with a trace for the rounding of colours. */
const READABLE = 4.55;

/** Shares of black or white that an ink may take: few, since a page restyles its text whenever an ink changes. */
const SHARES = [0, 0.25, 0.5, 0.75, 1];

const isTextInk = (name: string): boolean => name === "ink" || name === "muted" || name.startsWith("text");

/** Draws the inks of texts towards black or white where a ground between dark and light leaves them too little. */
function toReadable<Own extends string>(inks: Inks<Own>, background: Rgb, extreme: Rgb): Inks<Own> {
  const texts = Object.entries<Rgb>(inks).filter(([name]) => isTextInk(name));
  const readable = texts.map(([name, ink]): readonly [string, Rgb] => {
    const found = SHARES.map((share) => mixRgb(ink, extreme, share)).find(
      (colour) => contrastRatio(colour, background) >= READABLE,
    );
    return [name, found ?? extreme];
  });
  return { ...inks, ...Object.fromEntries(readable) };
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
    const inks =
      luminance(background) < FLIP ? toReadable(onDark, background, WHITE) : toReadable(onLight, background, BLACK);
    return { ...inks, background };
  }, 16);
}
