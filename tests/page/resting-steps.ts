import type { Page } from "@playwright/test";
import { REST_AT } from "../../src/core/model/timing.ts";
import type { StoryPage } from "./story-page.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Goes through the steps after the cover in a window of a size, each at rest and without motion; yields their ids. */
export async function* restingSteps(page: Page, story: StoryPage, size: Size): AsyncIterable<string> {
  await page.setViewportSize(size);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await story.open();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  for (const [index, id] of (await story.stepIds()).entries()) {
    if (index === 0) continue;
    await story.goTo(index, REST_AT);
    yield id;
  }
}
