import { expect, test } from "./story-test.ts";

const { CHROMIUM_PATH = "/usr/bin/chromium" } = process.env;

test.use({
  site: "fixture",
  launchOptions: { executablePath: CHROMIUM_PATH, ignoreDefaultArgs: ["--hide-scrollbars"] },
});

test("an open source dialog hides the scroll bar and moves nothing", async ({ page, story }) => {
  await story.open("./#ships");
  await story.settled();
  const layout = async (): Promise<readonly unknown[]> => [
    await story.scrollOffset(),
    await story.stage.boundingBox(),
    await story.text("ships").boundingBox(),
    await story.progressNav.boundingBox(),
  ];
  const barWidth = (): Promise<number> => page.evaluate(() => innerWidth - document.documentElement.clientWidth);
  expect(await barWidth()).toBeGreaterThan(0);
  const before = await layout();
  await story.partOf("ships", "numberLink").first().click();
  await expect(story.sourceDialog).toBeVisible();
  expect(await layout()).toEqual(before);
  await page.keyboard.press("Escape");
  await expect(story.sourceDialog).toBeHidden();
  expect(await layout()).toEqual(before);
});
