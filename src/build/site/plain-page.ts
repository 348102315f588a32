import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { themeRule } from "../../core/picture/theme-properties.ts";
import faces from "../../core/style/page.css?raw";
import { pageCss } from "./html-page.ts";
import css from "./plain-page.css?raw";

/** Writes the styles of a page on open paper: by day and by night, and printed by day. */
export function plainPageStyles({ config, site }: Illustrated<Story>, own: string): readonly string[] {
  return [
    themeRule(":root", config.paletteAt(1, "day")),
    `@media screen and (prefers-color-scheme:dark){${themeRule(":root", config.paletteAt(1, "night"))}}`,
    pageCss(faces + css + own, site.name),
  ];
}
