import { type CDPSession, expect, test } from "@playwright/test";
import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";
import { amid, into, PINNED } from "./embedded.ts";
import { atRest } from "./reading.ts";

const INTO = 1500;

let sites: TwoSites;
test.beforeAll(async () => {
  sites = await twoSites("pattern");
});
test.afterAll(() => sites.close());

/** A finger that moves up by `by` px from a place of the window; the protocol's own gesture does not reach the frame of another process. */
async function drag(session: CDPSession, [x, y]: readonly [number, number], by: number): Promise<void> {
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", moved: number): Promise<unknown> =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y: y - moved }] });
  await touch("touchStart", 0);
  for (let moved = 0; moved <= by; moved += 20) await touch("touchMove", moved);
  await touch("touchEnd", by);
}

for (const host of PINNED)
  test(`${host}: a finger over the frame scrolls the host's page, and the frame's picture with it`, async ({
    page,
  }) => {
    const frame = await amid(page, sites.address + host, INTO);
    await drag(await page.context().newCDPSession(page), [195, 640], 400);
    await expect.poll(() => into(page)).toBeGreaterThan(INTO + 300);
    await atRest(page, () => into(page));
    await expect.poll(() => frame.evaluate(() => scrollY)).toBe(await into(page));
    const box = await page.locator("iframe").boundingBox();
    expect(Math.abs(box?.y ?? Number.NaN), "px off its place").toBeLessThanOrEqual(1);
  });
