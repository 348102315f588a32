import { toHex } from "../lib/color.ts";
import type { Theme } from "../model/picture.ts";
import { paletteAt } from "./palette.ts";

/** Custom properties that give the page around a picture the picture's colours. */
export function themeProperties(elevation: number, theme: Theme): Readonly<Record<string, string>> {
  const colours = paletteAt(elevation, theme);
  return {
    "--background": toHex(colours.background),
    "--ink": toHex(colours.ink),
    "--muted": toHex(colours.muted),
    "--line": toHex(colours.line),
    "--layer": toHex(colours.layer),
    "--link": toHex(colours.textRed),
    "--ember": toHex(colours.textEmber),
  };
}

export function themeRule(selector: string, elevation: number, theme: Theme): string {
  const properties = Object.entries(themeProperties(elevation, theme)).map(([name, value]) => `${name}:${value}`);
  return `${selector}{${properties.join(";")}}`;
}
