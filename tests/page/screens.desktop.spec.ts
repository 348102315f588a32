import { expect, type Locator, type Page } from "@playwright/test";
import { embedded } from "./embed-page.ts";
import { test } from "./host-sites.ts";
import { PARTS } from "./parts.ts";

const { CHROMIUM_PATH = "/usr/bin/chromium", CHROMIUM_SHELL_PATH = "" } = process.env;

const WINDOW = { width: 1000, height: 800 };

/** Device pixel ratios of the screens, from left to right, and pixels that a canvas has on them to a CSS px. */
const SCREENS = [
  { ratio: 1, sharpness: 1 },
  { ratio: 2, sharpness: 2 },
  { ratio: 1.1, sharpness: 1.1 },
  // Nobody sees more.
  { ratio: 3, sharpness: 2.5 },
] as const;

/** Distance from the left edge of a screen to that of the next, px. */
const APART = 4000;

const screens = SCREENS.map(({ ratio }, index) => `{${index * APART},0 ${APART}x3000 devicePixelRatio=${ratio}}`);

test.use({
  site: "fixture",
  viewport: null,
  launchOptions: {
    executablePath: CHROMIUM_SHELL_PATH === "" ? CHROMIUM_PATH : CHROMIUM_SHELL_PATH,
    args: [`--screen-info=${screens.join("")}`],
  },
});

/** Moves the page's window to another screen, where it is as wide and high as before, CSS px. */
async function moveToScreen(page: Page, index: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { windowId } = await session.send("Browser.getWindowForTarget");
  await session.send("Browser.setWindowBounds", { windowId, bounds: { ...WINDOW, left: index * APART + 10, top: 10 } });
  const { ratio } = SCREENS[index] ?? { ratio: 0 };
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBeCloseTo(ratio);
  expect(await page.evaluate(() => innerWidth)).toBe(WINDOW.width);
}

function sharpnessOf(canvas: Locator): Promise<number> {
  return canvas.evaluate((node) =>
    node instanceof HTMLCanvasElement ? node.width / node.getBoundingClientRect().width : Number.NaN,
  );
}

async function expectSharpOnEveryScreen(page: Page, stage: Locator): Promise<void> {
  const canvas = stage.locator("canvas:not(.edge)");
  await expect(stage).toHaveAttribute("data-easel", "rest");
  for (const index of [1, 2, 3, 0]) {
    await moveToScreen(page, index);
    await expect.poll(() => sharpnessOf(canvas)).toBeCloseTo(SCREENS[index]?.sharpness ?? 0);
  }
  await expect(stage).toHaveAttribute("data-easel", "rest");
}

test("the worker's canvas is as sharp as the screen that the window has come to", async ({ page, story }) => {
  await story.open();
  await moveToScreen(page, 0);
  await story.goTo("ships", 0.9);
  await expectSharpOnEveryScreen(page, page.locator(PARTS.stage));
});

for (const name of ["H1-clean", "H18-sandbox", "I1-clean"])
  test(`${name}: so is that of an embed`, async ({ page, sites }) => {
    await page.goto(sites.address + name);
    await moveToScreen(page, 0);
    await page.locator("figure, iframe").first().scrollIntoViewIfNeeded();
    const root = name.startsWith("I") ? page.locator(PARTS.element) : await embedded(page);
    await expectSharpOnEveryScreen(page, root.locator(PARTS.stage));
  });
