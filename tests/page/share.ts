import type { Locator } from "@playwright/test";
import type { StoryPage } from "./story-page.ts";

/** The last step of the first chapter. */
export const STEP = "ships";

/** Opens the story where the chapter ends; returns the control that shares it, on the screen. */
export async function openAtEnd(story: StoryPage): Promise<Locator> {
  await story.open(`./#${STEP}`);
  const control = story.partOf(STEP, "chapterShare");
  await control.scrollIntoViewIfNeeded();
  await story.settled();
  return control;
}
