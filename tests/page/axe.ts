import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { StoryPage } from "./story-page.ts";

interface Extent {
  /** Selectors of the parts to look at; the whole page without any. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** The only rules to look at; every rule without any. */
  readonly rules?: readonly string[];
}

/** The rules that judge colours: no other can find more by night than by day. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** Violations that axe finds, each a rule with the elements that break it. */
export async function violations(
  page: Page,
  { include = [], exclude = [], rules = [] }: Extent = {},
): Promise<readonly string[]> {
  const alone = page.frames().length === 1;
  const there = alone && (await page.evaluate(() => "axe" in window));
  // Half a megabyte of script is sent once to a page, and a selector is only sought for what breaks a rule.
  const axe = new AxeBuilder(there ? { page, axeSource: "axe" } : { page }).options({ resultTypes: ["violations"] });
  if (rules.length > 0) axe.withRules([...rules]);
  // Without frames there is nothing to put together in a blank page of its own.
  axe.setLegacyMode(alone);
  for (const selector of include) axe.include(selector);
  for (const selector of exclude) axe.exclude(selector);
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** Violations by day, then those of colours by night, in the same state of the page; the device is set back to day. */
export async function dayAndNightViolations(page: Page, extent: Extent = {}): Promise<readonly string[]> {
  const byDay = await violations(page, extent);
  await page.emulateMedia({ colorScheme: "dark" });
  await new StoryPage(page).finishAnimations();
  const byNight = await violations(page, { ...extent, rules: COLOUR_RULES });
  await page.emulateMedia({ colorScheme: "light" });
  return [...byDay, ...byNight.map((line) => `by night: ${line}`)];
}
