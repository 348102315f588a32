import type { Page } from "@playwright/test";
import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";

const { CHROMIUM_PATH = "/usr/bin/chromium" } = process.env;

test.use({
  site: "fixture",
  launchOptions: { executablePath: CHROMIUM_PATH, ignoreDefaultArgs: ["--disable-back-forward-cache"] },
});

/** Pixels of the stage's canvas, small, as the page shows it. */
function canvasPixels(page: Page): Promise<readonly number[]> {
  return page.locator(`${PARTS.stage} canvas:not(.edge)`).evaluate((canvas) => {
    const copy = document.createElement("canvas");
    [copy.width, copy.height] = [24, 24];
    const context = copy.getContext("2d");
    if (!(canvas instanceof HTMLCanvasElement) || context === null) throw new Error("no canvas");
    context.drawImage(canvas, 0, 0, 24, 24);
    return [...context.getImageData(0, 0, 24, 24).data];
  });
}

async function rests(page: Page): Promise<void> {
  await expect(page.locator(PARTS.stage)).toHaveAttribute("data-easel", "rest");
}

test("a page that comes back from the browser's cache has its picture, and the worker draws on", async ({
  page,
  story,
}) => {
  await page.addInitScript(() =>
    addEventListener("pageshow", ({ persisted }) => (document.documentElement.dataset["persisted"] = `${persisted}`)),
  );
  await story.open();
  await story.goTo("boats", 0.9);
  await rests(page);
  const before = await canvasPixels(page);
  await page.goto("facts/");
  await page.goBack();
  await expect(story.rootElement).toHaveAttribute("data-persisted", "true");
  expect(await canvasPixels(page)).toEqual(before);
  await story.goTo("ships", 0.9);
  await rests(page);
  expect(await canvasPixels(page)).not.toEqual(before);
});

test("a page that was frozen, and short of memory, has its picture, and the worker draws on", async ({
  page,
  story,
}) => {
  await story.open();
  await story.goTo("boats", 0.9);
  await rests(page);
  const before = await canvasPixels(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await session.send("Memory.simulatePressureNotification", { level: "critical" });
  await session.send("Page.setWebLifecycleState", { state: "active" });
  expect(await canvasPixels(page)).toEqual(before);
  await story.goTo("ships", 0.9);
  await rests(page);
  expect(await canvasPixels(page)).not.toEqual(before);
});
