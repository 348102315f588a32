import type { Page } from "@playwright/test";
import { press } from "./press.ts";
import { openAtEnd } from "./share.ts";
import type { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

/** Opens the share dialog of the first chapter on a page that names these films, as a build with films writes it. */
async function openWith(films: string, page: Page, story: StoryPage, isMobile: boolean): Promise<void> {
  const control = await openAtEnd(story);
  await page.evaluate((made) => {
    document.documentElement.dataset["films"] = made;
  }, films);
  await press(page, control, isMobile);
  await expect(story.shareDialog).toBeVisible();
}

test("the share dialog of a chapter offers its film, where one was made", async ({ page, story, isMobile }) => {
  await openWith("story night", page, story, isMobile);
  const link = story.shareDialog.getByRole("link", { name: "保存影片", exact: true });
  expect(new URL((await link.getAttribute("href")) ?? "").pathname).toBe("/films/night.mp4");
  expect(await link.getAttribute("download")).toBe("样例港的灯塔-night.mp4");
  expect((await link.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  const [sheet, box] = await Promise.all([story.shareDialog.boundingBox(), link.boundingBox()]);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((sheet?.x ?? 0) + (sheet?.width ?? 0));
});

test("the share dialog offers no film of another chapter", async ({ page, story, isMobile }) => {
  await openWith("story day", page, story, isMobile);
  await expect(story.shareDialog.getByRole("link", { name: /^保存/ })).toHaveText(["保存海报"]);
});
