import { expect, test } from "./story-test.ts";

// Only the last step of the real story has a slider.
test("keys and the mouse move the slider, and its picture with it", async ({ page, story }) => {
  await story.open("./#closing");
  await story.settled();
  const { slider } = story;
  await slider.focus();
  await story.settled();
  // The slider is laid over its track in a frame after the picture's last.
  await expect(slider).toHaveClass(/\blaid\b/);
  const whole = await story.drawn();
  await page.keyboard.press("Home");
  await expect(slider).toHaveValue("0");
  await story.settled();
  expect(await story.drawn()).not.toBe(whole);
  await expect(slider).toHaveAttribute("aria-valuetext", /.+/);
  await page.keyboard.press("End");
  await story.settled();
  expect(await story.drawn()).toBe(whole);

  await expect(slider).toHaveClass(/\blaid\b/);
  const box = await slider.boundingBox();
  if (box === null) throw new Error("the slider has no box");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 16, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 16, y, { steps: 8 });
  await expect(slider).toHaveValue("0");
  await story.settled();
  expect(await story.drawn()).not.toBe(whole);
  await page.mouse.move(box.x + box.width - 16, y, { steps: 8 });
  await page.mouse.up();
  await story.settled();
  expect(await story.drawn()).toBe(whole);
});

test("a key on the slider moves its picture and does not turn the card", async ({ page, story }) => {
  await story.open("./#closing");
  await story.chooseMode("cards");
  await story.settled();
  const [card, whole] = [await story.pagerCount.textContent(), await story.drawn()];
  await story.slider.focus();
  await page.keyboard.press("Home");
  await expect(story.slider).toHaveValue("0");
  await story.settled();
  expect(await story.drawn()).not.toBe(whole);
  expect(await story.pagerCount.textContent()).toBe(card);
});
