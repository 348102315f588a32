import { parseHex, toHex } from "../lib/color.ts";
import type { BasePalette } from "../model/picture.ts";
import type { PageColours } from "../model/stage-messages.ts";

const BACKGROUND = "--background";

export function themeProperties(colours: BasePalette): PageColours {
  return {
    [BACKGROUND]: toHex(colours.background),
    "--ink": toHex(colours.ink),
    "--muted": toHex(colours.muted),
    "--line": toHex(colours.line),
    "--layer": toHex(colours.layer),
    "--link": toHex(colours.textRed),
    "--ember": toHex(colours.textEmber),
  };
}

/** Change of the ground, of 255 in a channel, that a page follows while the picture moves. */
const SHADE = 20;

/** Tells whether a page's inks differ, or its ground so much that what is laid over it would show. */
export function needsRestyle(before: PageColours, now: PageColours): boolean {
  return Object.entries(now).some(([name, colour]) => {
    const old = before[name];
    if (old === undefined || name !== BACKGROUND) return colour !== old;
    const [from, to] = [parseHex(old), parseHex(colour)];
    return from.some((value, channel) => Math.abs(value - (to[channel] ?? value)) >= SHADE);
  });
}

export function themeRule(selector: string, colours: BasePalette): string {
  const properties = Object.entries(themeProperties(colours)).map(([name, value]) => `${name}:${value}`);
  return `${selector}{${properties.join(";")}}`;
}
