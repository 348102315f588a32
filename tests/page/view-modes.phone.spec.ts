import { expect, test } from "./story-page.ts";

test.use({ site: "fixture" });

test("a sideways swipe turns the card; a steep and a short one do not", async ({ page, story }) => {
  await story.open("./#ships");
  await story.chooseMode("cards");
  await expect(story.pagerCount).toHaveText("2 / 3");
  const session = await page.context().newCDPSession(page);
  const swipe = async (from: number, to: number, down = 0): Promise<void> => {
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: from, y: 600 }] });
    for (let k = 1; k <= 5; k++)
      await session.send("Input.dispatchTouchEvent", {
        type: "touchMove",
        touchPoints: [{ x: from + ((to - from) * k) / 5, y: 600 + (down * k) / 5 }],
      });
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  await swipe(300, 200);
  await expect(story.pagerCount).toHaveText("3 / 3");
  await swipe(120, 240);
  await expect(story.pagerCount).toHaveText("2 / 3");
  await swipe(200, 220, -200);
  await swipe(200, 180);
  await story.painted();
  expect(await story.pagerCount.textContent()).toBe("2 / 3");
  // The next swipe that counts is the next turn.
  await swipe(300, 200);
  await expect(story.pagerCount).toHaveText("3 / 3");
});

test("text at 200 % scrolls within its card before it turns", async ({ page, story }) => {
  await story.open("./#ships");
  await story.setTextSize(34);
  await story.chooseMode("cards");
  await expect(story.pagerCount).toHaveText("2 / 3");
  const below = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollHeight - innerHeight - Math.round(scrollY));
  expect(await below()).toBeGreaterThan(0);
  await page.keyboard.press("PageDown");
  await expect.poll(() => story.scrollOffset()).toBeGreaterThan(0);
  // The key scrolls for a while, and would go on scrolling the next card.
  await story.scrollEnded();
  expect(await story.pagerCount.textContent()).toBe("2 / 3");
  // The room for the pager follows its height, which the browser tells a frame later.
  await expect
    .poll(async () => {
      await story.jump(1e6);
      const [text, pager] = [await story.text("ships").boundingBox(), await story.pager.boundingBox()];
      return (text?.y ?? 0) + (text?.height ?? 1e6) - (pager?.y ?? 0);
    })
    .toBeLessThanOrEqual(1);
  await page.keyboard.press("ArrowDown");
  await expect(story.pagerCount).toHaveText("3 / 3");
  await expect.poll(() => story.scrollOffset()).toBe(0);
});
