import type { CDPSession } from "@playwright/test";
import { amid, into, PINNED } from "./embed-page.ts";
import { figureStill, frameOffset } from "./embed-scroll.ts";
import { test } from "./host-sites.ts";
import { expect } from "./story-page.ts";

const START = 600;

/** A finger that moves up by `by` px from a place of the window; the protocol's own gesture does not reach the frame of another process. */
async function drag(session: CDPSession, [x, y]: readonly [number, number], by: number): Promise<void> {
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", moved: number): Promise<unknown> =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y: y - moved }] });
  await touch("touchStart", 0);
  for (let moved = 0; moved <= by; moved += 20) await touch("touchMove", moved);
  await touch("touchEnd", by);
}

for (const host of PINNED)
  test(`${host}: a finger over the frame scrolls the host page and the frame with it`, async ({ page, sites }) => {
    const frame = await amid(page, sites.address + host, START);
    await drag(await page.context().newCDPSession(page), [195, 640], 400);
    await expect.poll(() => into(page)).toBeGreaterThan(START + 300);
    await figureStill(page);
    // Both are read each time: a fling that looked ended may go on.
    await expect.poll(async () => (await frameOffset(frame)) - (await into(page)), "px off the host").toBe(0);
    const box = await page.locator("iframe").boundingBox();
    expect(Math.abs(box?.y ?? Number.NaN), "px off its place").toBeLessThanOrEqual(1);
  });
