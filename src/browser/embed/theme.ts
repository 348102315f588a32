import type { Theme } from "../../core/model/picture.ts";

/** Returns null for anything but a theme's name: the reader's system then decides. */
export function parseTheme(name: string | null | undefined): Theme | null {
  return name === "day" || name === "night" ? name : null;
}

/** Forces the `<picture>` sources of the stills to one theme, whatever the system prefers. */
export function forceStillTheme(root: ParentNode, theme: Theme): void {
  for (const source of root.querySelectorAll("source")) source.media = theme === "night" ? "all" : "not all";
}
