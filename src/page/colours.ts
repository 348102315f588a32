import { hex } from "../picture/colour.ts";
import type { Theme } from "../picture/model.ts";
import { palette } from "../picture/palette.ts";

/** Custom properties of a ground, by name: the page around a picture in the picture's own colours. */
export function groundProperties(ground: number, theme: Theme): Readonly<Record<string, string>> {
  const colours = palette(ground, theme);
  return {
    "--ground": hex(colours.ground),
    "--ink": hex(colours.ink),
    "--muted": hex(colours.muted),
    "--line": hex(colours.line),
    "--layer": hex(colours.layer),
    "--link": hex(colours.textRed),
    "--ember": hex(colours.textEmber),
  };
}

/** The same as a style rule. */
export function groundRule(selector: string, ground: number, theme: Theme): string {
  const properties = Object.entries(groundProperties(ground, theme)).map(([name, value]) => `${name}:${value}`);
  return `${selector}{${properties.join(";")}}`;
}
