import { REST } from "../picture/beats.ts";
import type { Theme } from "../picture/model.ts";
import { groundAt } from "../scenes/picture.ts";
import type { Story } from "../story/model.ts";
import { groundRule } from "./colours.ts";
import { nightRules } from "./stage.ts";

/** What lies on open paper wherever the reader is: the part after the story, and every slip. */
const PAPER = ":is(.after,.slip)";

/** The ground that a step's picture rests on, 0–1. */
export function restingGround(story: Story, step: number): number {
  return groundAt(story, { step, progress: REST });
}

/** Colours of each step without a script, and of paper, in one theme; `root` selects the root element. */
function grounds(story: Story, theme: Theme, root: string): string {
  const steps = story.steps.map((step, index) =>
    groundRule(`${root}:not(.live) [data-step=${step.id}]`, restingGround(story, index), theme),
  );
  return steps.join("") + groundRule(`${root} ${PAPER}`, 1, theme);
}

/** Colours of each step for a page whose script does not run: each text on its own picture's ground. */
export function stepGrounds(story: Story): string {
  return `${grounds(story, "day", "html")}@media (prefers-color-scheme:dark){${grounds(story, "night", "html")}}`;
}

/** Colours of a page before its script has drawn: its own ground's, by day and by night. */
export function openingColours(story: Story, step: number): string {
  const ground = restingGround(story, step);
  const [day, night] = [groundRule(":root", ground, "day"), groundRule(":root", ground, "night")];
  const dark = (day === night ? "" : night) + nightRules(story, step);
  return day + (dark === "" ? "" : `@media screen and (prefers-color-scheme:dark){${dark}}`);
}

/** The same where a page is told its theme, whatever its reader's system prefers. */
export function chosenColours(story: Story, step: number): string {
  return (["day", "night"] as const)
    .map((theme) => {
      const root = `html[data-theme=${theme}]`;
      const scheme = `${root}{color-scheme:${theme === "day" ? "light" : "dark"}}`;
      return scheme + groundRule(root, restingGround(story, step), theme) + grounds(story, theme, root);
    })
    .join("");
}
