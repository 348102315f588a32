import type { CDPSession } from "@playwright/test";
import { amid, into, PINNED } from "./embed-page.ts";
import { figureStill, frameOffset } from "./embed-scroll.ts";
import { test } from "./host-sites.ts";
import { expect } from "./story-test.ts";

const START = 600;

/**
 * A finger that moves up by `by` px from a place of the window, 20 px every 20 ms as its events tell, and rests before it is
 * lifted: a fling's way depends on how busy the machine is. The protocol's own gesture does not reach another process's frame.
 */
async function drag(session: CDPSession, [x, y]: readonly [number, number], by: number): Promise<void> {
  const start = Date.now() / 1000;
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", moved: number, seconds: number): Promise<unknown> =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x, y: y - moved }],
      timestamp: start + seconds,
    });
  await touch("touchStart", 0, 0);
  for (let moved = 0; moved <= by; moved += 20) await touch("touchMove", moved, moved / 1000);
  await touch("touchEnd", by, by / 1000 + 1);
}

for (const host of PINNED)
  test(`${host}: a finger over the frame scrolls the host page and the frame with it`, async ({ page, sites }) => {
    const frame = await amid(page, sites.address + host, START);
    await drag(await page.context().newCDPSession(page), [195, 640], 400);
    await expect.poll(() => into(page)).toBeGreaterThan(START + 300);
    await figureStill(page);
    await expect.poll(async () => (await frameOffset(frame)) - (await into(page)), "px off the host").toBe(0);
    const box = await page.locator("iframe").boundingBox();
    expect(Math.abs(box?.y ?? Number.NaN), "px off its place").toBeLessThanOrEqual(1);
  });
