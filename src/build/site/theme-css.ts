import type { Theme } from "../../core/model/picture.ts";
import type { Story } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { themeRule } from "../../core/picture/theme-properties.ts";
import { elevationAt } from "../../core/scenes/painter.ts";
import { nightStageCss } from "./stage.ts";

/** What lies on open paper wherever the reader is: the part after the story, and every slip. */
const PAPER = ":is(.appendix,.source-dialog)";

/** The ground that a step's picture rests on, 0–1. */
export function restElevation(story: Story, step: number): number {
  return elevationAt(story, { step, progress: REST_AT });
}

/** Colours of each step without a script, and of paper, in one theme; `root` selects the root element. */
function grounds(story: Story, theme: Theme, root: string): string {
  const steps = story.steps.map((step, index) =>
    themeRule(`${root}:not(.enhanced) [data-step=${step.id}]`, restElevation(story, index), theme),
  );
  return steps.join("") + themeRule(`${root} ${PAPER}`, 1, theme);
}

/** Colours of each step for a page whose script does not run: each text on its own picture's ground. */
export function stepThemeCss(story: Story): string {
  return `${grounds(story, "day", "html")}@media (prefers-color-scheme:dark){${grounds(story, "night", "html")}}`;
}

/** Colours of a page before its script has drawn: its own ground's, by day and by night. */
export function initialThemeCss(story: Story, step: number): string {
  const ground = restElevation(story, step);
  const [day, night] = [themeRule(":root", ground, "day"), themeRule(":root", ground, "night")];
  const dark = (day === night ? "" : night) + nightStageCss(story, step);
  return day + (dark === "" ? "" : `@media screen and (prefers-color-scheme:dark){${dark}}`);
}

/** The same where a page is told its theme, whatever its reader's system prefers. */
export function forcedThemeCss(story: Story, step: number): string {
  return (["day", "night"] as const)
    .map((theme) => {
      const root = `html[data-theme=${theme}]`;
      const scheme = `${root}{color-scheme:${theme === "day" ? "light" : "dark"}}`;
      return scheme + themeRule(root, restElevation(story, step), theme) + grounds(story, theme, root);
    })
    .join("");
}
