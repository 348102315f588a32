import type { Frame, Page } from "@playwright/test";
import axe from "axe-core";
import { showColorScheme } from "./story-page.ts";

interface Extent {
  /** Selectors of the parts to look at; the whole page without any. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** The only rules to look at; every rule without any. */
  readonly rules?: readonly string[];
}

/** The rules that judge colours: no other can find more by night than by day. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Loads axe into a document, once: half a megabyte of script. A story's frame and its host may be of two sites. */
async function loadAxe(frame: Frame): Promise<void> {
  if (await frame.evaluate(() => "axe" in window)) return;
  await frame.evaluate(`${axe.source}; axe.configure({ allowedOrigins: ["<unsafe_all_origins>"] });`);
}

/** Violations that axe finds in the page and its frames, each a rule with the elements that break it. */
export async function violations(
  page: Page,
  { include = [], exclude = [], rules = [] }: Extent = {},
): Promise<readonly string[]> {
  for (const frame of page.frames()) await loadAxe(frame);
  const context = { ...(include.length > 0 && { include }), exclude };
  const options = { resultTypes: ["violations"], ...(rules.length > 0 && { runOnly: rules }) };
  // All that passes would be a megabyte of answer.
  return page.evaluate<readonly string[]>(
    `axe.run(${JSON.stringify(context)}, ${JSON.stringify(options)}).then(({ violations }) =>
       violations.map(({ id, nodes }) => id + ": " + nodes.map(({ target }) => target.join(" ")).join(", ")))`,
  );
}

/** Violations by day, then those of colours by night, in the same state of the page; the device is set back to day. */
export async function dayAndNightViolations(page: Page, extent: Extent = {}): Promise<readonly string[]> {
  const byDay = await violations(page, extent);
  await showColorScheme(page, "dark");
  const byNight = await violations(page, { ...extent, rules: COLOUR_RULES });
  await showColorScheme(page, "light");
  return [...byDay, ...byNight.map((line) => `by night: ${line}`)];
}
