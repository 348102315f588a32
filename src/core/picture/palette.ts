import { luminance, mixRgb, parseHex, type Rgb } from "../lib/color.ts";
import { linearStep } from "../lib/math.ts";
import { memoizeByKey } from "../lib/memoize.ts";
import type { Palette, Theme } from "../model/picture.ts";

type Stop = readonly [at: number, colour: Rgb];

/** Background by elevation: seam, rock, mouth of the shaft, daylight, open paper. At night the sky stays dark. */
const CLIMB: Readonly<Record<Theme, readonly Stop[]>> = {
  day: [
    [0, parseHex("#171513")],
    [0.2, parseHex("#211a15")],
    [0.45, parseHex("#3d2e23")],
    [0.62, parseHex("#8a7155")],
    [0.8, parseHex("#f3eadb")],
    [1, parseHex("#faf6ea")],
  ],
  night: [
    [0, parseHex("#171513")],
    [0.2, parseHex("#1f1915")],
    [0.45, parseHex("#33281f")],
    [0.62, parseHex("#2a2a33")],
    [0.8, parseHex("#1b2029")],
    [1, parseHex("#222835")],
  ],
};

type Inks = Omit<Palette, "background">;

const ON_DARK: Inks = {
  ink: parseHex("#f5ecdd"),
  muted: parseHex("#bfb19d"),
  line: parseHex("#6f5f4e"),
  layer: parseHex("#43362b"),
  ember: parseHex("#d8a35a"),
  red: parseHex("#e0593b"),
  industry: parseHex("#4aa3c9"),
  services: parseHex("#eab045"),
  rural: parseHex("#7bb665"),
  textEmber: parseHex("#e2b26c"),
  textRed: parseHex("#ff8a6e"),
  textIndustry: parseHex("#7cc5e6"),
  textServices: parseHex("#f0bb4e"),
  textRural: parseHex("#93cd80"),
};

const ON_LIGHT: Inks = {
  ink: parseHex("#1d1a16"),
  muted: parseHex("#645a4d"),
  line: parseHex("#c4b59c"),
  layer: parseHex("#e8dcc6"),
  ember: parseHex("#c4863a"),
  red: parseHex("#c8402a"),
  industry: parseHex("#2c7da0"),
  services: parseHex("#e3a32b"),
  rural: parseHex("#5e9c4a"),
  textEmber: parseHex("#85560f"),
  textRed: parseHex("#b03019"),
  textIndustry: parseHex("#1c6181"),
  textServices: parseHex("#845600"),
  textRural: parseHex("#3b7029"),
};

export function onPaper({ background }: Pick<Palette, "background">): boolean {
  return luminance(background) > 0.5;
}

/** Luminance at which black and white text have equal contrast: √(1.05 × 0.05) − 0.05. */
const FLIP = 0.179;

export function backgroundAt(elevation: number, theme: Theme): Rgb {
  const stops = CLIMB[theme];
  let below: Stop = [0, stops[0]?.[1] ?? [0, 0, 0]];
  for (const stop of stops) {
    if (elevation <= stop[0]) return mixRgb(below[1], stop[1], linearStep(elevation, below[0], stop[0]));
    below = stop;
  }
  return below[1];
}

/**
 * Cached: the same object for the same arguments, so that drawings can be cached by palette. Inks switch at FLIP
 * without blending; halfway they would be grey on grey.
 */
export const paletteAt = memoizeByKey((elevation: number, theme: Theme): Palette => {
  const background = backgroundAt(elevation, theme);
  const inks = luminance(background) < FLIP ? ON_DARK : ON_LIGHT;
  return { background, ...inks };
}, 16);
