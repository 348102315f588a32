import { luminance, mixRgb, rgb } from "./colour.ts";
import { span } from "./ease.ts";
import type { Palette, Rgb, Theme } from "./model.ts";
import { remembering } from "./remembering.ts";

type Stop = readonly [at: number, colour: Rgb];

/** The climb: seam, rock, the shaft's mouth, daylight, open paper; by night the sky above ground stays dark. */
const CLIMB: Readonly<Record<Theme, readonly Stop[]>> = {
  day: [
    [0, rgb("#171513")],
    [0.2, rgb("#211a15")],
    [0.45, rgb("#3d2e23")],
    [0.62, rgb("#8a7155")],
    [0.8, rgb("#f3eadb")],
    [1, rgb("#faf6ea")],
  ],
  night: [
    [0, rgb("#171513")],
    [0.2, rgb("#1f1915")],
    [0.45, rgb("#33281f")],
    [0.62, rgb("#2a2a33")],
    [0.8, rgb("#1b2029")],
    [1, rgb("#222835")],
  ],
};

type Inks = Omit<Palette, "ground">;

const ON_DARK: Inks = {
  ink: rgb("#f5ecdd"),
  muted: rgb("#bfb19d"),
  line: rgb("#6f5f4e"),
  layer: rgb("#43362b"),
  ember: rgb("#d8a35a"),
  red: rgb("#e0593b"),
  industry: rgb("#4aa3c9"),
  services: rgb("#eab045"),
  rural: rgb("#7bb665"),
  textEmber: rgb("#e2b26c"),
  textRed: rgb("#ff8a6e"),
  textIndustry: rgb("#7cc5e6"),
  textServices: rgb("#f0bb4e"),
  textRural: rgb("#93cd80"),
};

const ON_LIGHT: Inks = {
  ink: rgb("#1d1a16"),
  muted: rgb("#645a4d"),
  line: rgb("#c4b59c"),
  layer: rgb("#e8dcc6"),
  ember: rgb("#c4863a"),
  red: rgb("#c8402a"),
  industry: rgb("#2c7da0"),
  services: rgb("#e3a32b"),
  rural: rgb("#5e9c4a"),
  textEmber: rgb("#85560f"),
  textRed: rgb("#b03019"),
  textIndustry: rgb("#1c6181"),
  textServices: rgb("#845600"),
  textRural: rgb("#3b7029"),
};

/** Tells a picture on open paper, or close to it, from one below ground. */
export function onPaper({ ground }: Pick<Palette, "ground">): boolean {
  return luminance(ground) > 0.5;
}

/** Luminance at which dark and light ink read equally well, √(1.05 × 0.05) − 0.05. */
const FLIP = 0.179;

/** Colour of the ground after climbing `ground` (0 seam … 1 open paper). */
export function groundColour(ground: number, theme: Theme): Rgb {
  const stops = CLIMB[theme];
  let below: Stop = [0, stops[0]?.[1] ?? [0, 0, 0]];
  for (const stop of stops) {
    if (ground <= stop[0]) return mixRgb(below[1], stop[1], span(ground, below[0], stop[0]));
    below = stop;
  }
  return below[1];
}

/**
 * All colours for a ground, the same object for the same ground: what is drawn in them can be kept. Inks flip at once where the ground
 * passes the flip point, since a blend of both would be grey on grey.
 */
export const palette = remembering((ground: number, theme: Theme): Palette => {
  const colour = groundColour(ground, theme);
  const inks = luminance(colour) < FLIP ? ON_DARK : ON_LIGHT;
  return { ground: colour, ...inks };
}, 16);
