import type { Theme } from "../../core/model/picture.ts";

export function parseTheme(name: string | null | undefined): Theme | null {
  return name === "day" || name === "night" ? name : null;
}

export function forceStillTheme(root: ParentNode, theme: Theme): void {
  for (const source of root.querySelectorAll("source")) source.media = theme === "night" ? "all" : "not all";
}
