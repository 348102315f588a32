import { expect, test } from "@playwright/test";
import { settled } from "./reading.ts";

test("a number opens its slip with quote, status and place, and closes without moving the page or the history", async ({
  page,
}) => {
  await page.goto("./#growth");
  await settled(page);
  const [y, entries] = await page.evaluate(() => [scrollY, history.length]);
  const number = page.locator('[data-step="growth"] a[data-fact="revenue"]').first();
  await number.focus();
  await page.keyboard.press("Enter");
  const slip = page.locator("dialog.slip");
  await expect(slip).toBeVisible();
  await expect(slip).toContainText("财政总收入同比增长3.3%");
  await expect(slip).toContainText("预计");
  await page.keyboard.press("Escape");
  await expect(slip).toBeHidden();
  await expect(number).toBeFocused();
  await number.click();
  await expect(slip).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(slip).toBeHidden();
  await page.locator('[data-step="growth"] a.term').first().click();
  await expect(slip).toBeVisible();
  await slip.getByRole("button").click();
  expect(await page.evaluate(() => [scrollY, history.length])).toEqual([y, entries]);
});
