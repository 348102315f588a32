import { expect, test } from "@playwright/test";
import { jump, placeOf, settled, stepIds } from "./reading.ts";

/**
 * The pictures that carry the story, as they were last approved by eye; `npx playwright test … --update-snapshots` renews them.
 * Labels set in the system's own Chinese face are left out, since every machine has another; numerals and titles are in the story's.
 */
const CHOSEN = ["cover", "wings", "growth", "firms", "bridge", "third-leg"];

/** Share of pixels that may differ, and by how much each, 0–1: edges are smoothed differently by each build of an engine. */
const TOLERANCE = { maxDiffPixelRatio: 0.01, threshold: 0.2 };

// The style that hides labels is put into the page by the test, which the page's own policy rightly forbids.
test.use({ bypassCSP: true, deviceScaleFactor: 1 });

test("the chosen pictures look as they were approved, by day and by night", async ({ page }) => {
  test.slow();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto("./");
    await page.addStyleTag({ content: ".stage .sans{visibility:hidden}" });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const ids = await stepIds(page);
    // By night the page opens where it was left by day.
    await settled(page);
    for (const id of CHOSEN) {
      await jump(page, id === "cover" ? 0 : await placeOf(page, ids.indexOf(id), 0.92));
      await settled(page);
      await expect.soft(page.locator(".stage svg")).toHaveScreenshot(`${id}-${colorScheme}.png`, TOLERANCE);
    }
  }
});
