import type { Theme } from "../../core/model/picture.ts";

/** A theme by its name; null for any other text, which leaves it to the reader's system. */
export function parseTheme(name: string | null | undefined): Theme | null {
  return name === "day" || name === "night" ? name : null;
}

/** Has the still pictures come in a theme, whatever the reader's system prefers. */
export function forceStillTheme(root: ParentNode, theme: Theme): void {
  for (const source of root.querySelectorAll("source")) source.media = theme === "night" ? "all" : "not all";
}
