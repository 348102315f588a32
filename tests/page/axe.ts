import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

interface Extent {
  /** Selectors of the parts to look at; the whole page without any. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Violations that axe finds, each a rule with the elements that break it. */
export async function violations(page: Page, { include = [], exclude = [] }: Extent = {}): Promise<readonly string[]> {
  const alone = page.frames().length === 1;
  const there = alone && (await page.evaluate(() => "axe" in window));
  // Half a megabyte of script is sent once to a page, and a selector is only sought for what breaks a rule.
  const axe = new AxeBuilder(there ? { page, axeSource: "axe" } : { page }).options({ resultTypes: ["violations"] });
  // Without frames there is nothing to put together in a blank page of its own.
  axe.setLegacyMode(alone);
  for (const selector of include) axe.include(selector);
  for (const selector of exclude) axe.exclude(selector);
  const found = await axe.analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
