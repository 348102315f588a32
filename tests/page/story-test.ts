import { test as base } from "@playwright/test";
import type { NAMES } from "./parts.ts";
import { StoryPage } from "./story-page.ts";

export interface Options {
  /** The site that relative addresses lead to: the story that is shipped, or the small one of `fixture-story/`. */
  readonly site: keyof typeof NAMES;
  /** How much faster than real the pages' clock runs, by which pictures move: most tests wait for a picture to come, and judge it then. */
  readonly clockRate: number;
}

/** Runs in every page before its scripts. */
function quickenClock(rate: number): void {
  const now = Date.now;
  const start = now();
  Date.now = () => start + (now() - start) * rate;
}

/** Playwright's `test` with the story of its page; `test.use({ site: "fixture" })` tells it on the fixture story. */
export const test = base.extend<Options & { story: StoryPage }>({
  site: ["story", { option: true }],
  clockRate: [1, { option: true }],
  context: async ({ context, clockRate }, use) => {
    if (clockRate !== 1) await context.addInitScript(quickenClock, clockRate);
    await use(context);
  },
  baseURL: async ({ site }, use) => {
    await use(process.env[site === "fixture" ? "FIXTURE_SITE" : "SITE"]);
  },
  page: async ({ page }, use) => {
    await use(page);
    // An answer that is still under way would fail the next test.
    if (!page.isClosed()) await page.unrouteAll({ behavior: "ignoreErrors" });
  },
  story: async ({ page }, use) => {
    await use(new StoryPage(page));
  },
});

/** Runs a test on the fixture story, which has a fact of every kind, and in the wide run on the whole story, too. */
export function testBothStories(name: string, run: Parameters<typeof test>[2]): void {
  for (const site of ["fixture", "story"] as const)
    test.describe(`of the ${site}`, () => {
      test.use({ site });
      test(name, { tag: site === "story" ? "@wide" : [] }, run);
    });
}

export { expect } from "@playwright/test";
