import { expect, test } from "@playwright/test";
import { settled } from "./reading.ts";

const { CHROMIUM_PATH = "/usr/bin/chromium" } = process.env;

test.use({ launchOptions: { executablePath: CHROMIUM_PATH, ignoreDefaultArgs: ["--hide-scrollbars"] } });

test("an open slip takes the scroll bar away and moves nothing by it", async ({ page }) => {
  await page.goto("./#growth");
  await settled(page);
  const layout = () =>
    page.evaluate(() => {
      const boxes = [...document.querySelectorAll(".stage, .step[data-step=growth] .words, .shaft")].map((node) =>
        node.getBoundingClientRect(),
      );
      return JSON.stringify([scrollY, boxes]);
    });
  expect(await page.evaluate(() => innerWidth - document.documentElement.clientWidth)).toBeGreaterThan(0);
  const before = await layout();
  await page.locator(".figure").first().click();
  await expect(page.locator("dialog.slip")).toBeVisible();
  expect(await layout()).toBe(before);
  await page.keyboard.press("Escape");
  expect(await layout()).toBe(before);
});
