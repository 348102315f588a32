import { expect, test } from "@playwright/test";
import { drawn, settled } from "./reading.ts";

test("a finger drags the handle sideways and scrolls the page up and down; scrolling on lets go of it", async ({
  page,
}) => {
  await page.goto("./#closing");
  await settled(page);
  const grip = page.locator(".grip");
  const handle = page.locator('input[data-handle="closing"]');
  const box = await grip.boundingBox();
  if (box === null) throw new Error("the grip has no box");
  const session = await page.context().newCDPSession(page);
  const [x, y] = [box.x + box.width - 22, box.y + box.height / 2];
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", to?: readonly [number, number]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: to ? [{ x: to[0], y: to[1] }] : [] });
  await touch("touchStart", [x, y]);
  for (let k = 1; k <= 12; k++) await touch("touchMove", [x - ((box.width - 44) * k) / 12, y]);
  await touch("touchEnd");
  expect(await handle.inputValue()).toBe("0");
  await expect(handle).toHaveAttribute("aria-valuetext", "老工矿区");
  const before = await page.evaluate(() => scrollY);
  const mine = await drawn(page);
  await touch("touchStart", [box.x + 60, y]);
  for (let k = 1; k <= 12; k++) await touch("touchMove", [box.x + 60, y + 22 * k]);
  await touch("touchEnd");
  await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(before - 60);
  await settled(page);
  expect(await drawn(page)).not.toBe(mine);
});
