import { toHex } from "../lib/color.ts";
import type { Theme } from "../model/picture.ts";
import { paletteAt } from "./palette.ts";

/** Custom properties of a ground, by name: the page around a picture in the picture's own colours. */
export function themeProperties(ground: number, theme: Theme): Readonly<Record<string, string>> {
  const colours = paletteAt(ground, theme);
  return {
    "--ground": toHex(colours.background),
    "--ink": toHex(colours.ink),
    "--muted": toHex(colours.muted),
    "--line": toHex(colours.line),
    "--layer": toHex(colours.layer),
    "--link": toHex(colours.textRed),
    "--ember": toHex(colours.textEmber),
  };
}

/** The same as a style rule. */
export function themeRule(selector: string, ground: number, theme: Theme): string {
  const properties = Object.entries(themeProperties(ground, theme)).map(([name, value]) => `${name}:${value}`);
  return `${selector}{${properties.join(";")}}`;
}
