import { toHex } from "../lib/color.ts";
import type { BasePalette } from "../model/picture.ts";

export function themeProperties(colours: BasePalette): Readonly<Record<string, string>> {
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

export function themeRule(selector: string, colours: BasePalette): string {
  const properties = Object.entries(themeProperties(colours)).map(([name, value]) => `${name}:${value}`);
  return `${selector}{${properties.join(";")}}`;
}
