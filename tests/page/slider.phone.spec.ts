import { expect, test } from "./story-test.ts";

test("a finger drags the slider sideways and scrolls the page up and down; scrolling on releases it", async ({
  page,
  story,
}) => {
  await story.open("./#closing");
  await story.settled();
  const box = await story.slider.boundingBox();
  if (box === null) throw new Error("the slider has no box");
  const session = await page.context().newCDPSession(page);
  const [x, y] = [box.x + box.width - 16, box.y + box.height / 2];
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", to?: readonly [number, number]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: to ? [{ x: to[0], y: to[1] }] : [] });
  await touch("touchStart", [x, y]);
  for (let k = 1; k <= 12; k++) await touch("touchMove", [x - ((box.width - 32) * k) / 12, y]);
  await touch("touchEnd");
  await expect(story.slider).toHaveValue("0");
  await expect(story.slider).toHaveAttribute("aria-valuetext", "老工矿区");
  const before = await story.scrollOffset();
  await story.settled();
  const held = await story.drawn();
  await touch("touchStart", [box.x + 60, y]);
  for (let k = 1; k <= 12; k++) await touch("touchMove", [box.x + 60, y + 22 * k]);
  await touch("touchEnd");
  await expect.poll(() => story.scrollOffset()).toBeLessThan(before - 60);
  await story.settled();
  expect(await story.drawn()).not.toBe(held);
});
