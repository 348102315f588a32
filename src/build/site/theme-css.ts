import type { BasePalette, Theme } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { themeProperties, themeRule } from "../../core/picture/theme-properties.ts";
import { elevationAt } from "../../core/picture/painter.ts";
import { nightStageCss } from "./stage.ts";

/** Parts that always have the colours of elevation 1. */
const PAPER = ":is(.appendix,.source-dialog)";

export function restPalette(story: Illustrated<Story>, step: number, theme: Theme): BasePalette {
  return story.config.paletteAt(elevationAt(story, { step, progress: REST_AT }), theme);
}

/** Selects steps where no script runs. */
function stepsRule(root: string, ids: readonly string[], declarations: string): string {
  const steps = ids.map((id) => `[data-step=${id}]`);
  return `${root}:not(.enhanced) :is(${steps.join()}){${declarations}}`;
}

/** Writes a rule for each ground and one for each set of inks: most steps differ in their ground alone. */
function grounds(story: Illustrated<Story>, theme: Theme, root: string): string {
  const alike = new Map<string, string[]>();
  story.steps.forEach(({ id }, index) => {
    const [background, ...inks] = Object.entries(themeProperties(restPalette(story, index, theme)));
    for (const part of [inks, background === undefined ? [] : [background]]) {
      const declarations = part.map(([name, value]) => `${name}:${value}`).join(";");
      alike.set(declarations, [...(alike.get(declarations) ?? []), id]);
    }
  });
  const steps = [...alike].map(([declarations, ids]) => stepsRule(root, ids, declarations));
  return steps.join("") + themeRule(`${root} ${PAPER}`, story.config.paletteAt(1, theme));
}

/** Colours each step by its own picture's elevation when no script runs, and the appendix and dialogs in any case. */
export function stepThemeCss(story: Illustrated<Story>): string {
  return `${grounds(story, "day", "html")}@media (prefers-color-scheme:dark){${grounds(story, "night", "html")}}`;
}

/** Colours a page by the picture it opens at until the script draws, in both themes. */
export function initialThemeCss(story: Illustrated<Story>, step: number): string {
  const [day, night] = (["day", "night"] as const).map((theme) => themeRule(":root", restPalette(story, step, theme)));
  const dark = (day === night ? "" : night) + nightStageCss(story, step);
  return day + (dark === "" ? "" : `@media screen and (prefers-color-scheme:dark){${dark}}`);
}

export function forcedThemeCss(story: Illustrated<Story>, step: number): string {
  return (["day", "night"] as const)
    .map((theme) => {
      const root = `html[data-theme=${theme}]`;
      const scheme = `${root}{color-scheme:${theme === "day" ? "light" : "dark"}}`;
      return scheme + themeRule(root, restPalette(story, step, theme)) + grounds(story, theme, root);
    })
    .join("");
}
