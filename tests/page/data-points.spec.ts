import { press } from "./press.ts";
import { expect, test } from "./story-test.ts";

test("a data picture is read value by value, by keys and by a finger, and each value leads to its source", async ({
  page,
  story,
  isMobile,
}) => {
  await story.open("./#city");
  await story.settled();
  const slider = page.getByRole("group", { name: "图里的数" }).getByRole("slider");
  await expect(slider).toBeVisible();
  const value = page.locator(".point-value");
  await expect(value).toBeHidden();
  const before = await story.scrollOffset();
  await slider.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("End");
  await expect(value).toHaveText(/2023/);
  await expect(slider).toHaveAttribute("aria-valuetext", (await value.textContent()) ?? "");
  await page.keyboard.press("Home");
  await expect(value).toHaveText(/2000/);
  const box = await slider.boundingBox();
  if (box === null) throw new Error("the slider has no box");
  const [x, y] = [box.x + box.width * 0.45, box.y + box.height / 2];
  await (isMobile ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
  await expect(value).not.toHaveText(/2000/);
  expect(await story.scrollOffset()).toBe(before);
  await press(page, value, isMobile);
  await expect(story.sourceDialog).toBeVisible();
});
