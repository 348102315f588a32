import { expect, test } from "@playwright/test";
import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";
import { amid, into, PINNED } from "./embedded.ts";
import { atRest } from "./reading.ts";

const INTO = 1500;

// A height of which a browser scrolls whole pixels by a key.
test.use({ viewport: { width: 1000, height: 800 } });

let sites: TwoSites;
test.beforeAll(async () => {
  sites = await twoSites("pattern");
});
test.afterAll(() => sites.close());

for (const host of PINNED)
  test(`${host}: keys pressed within the frame scroll the host's page`, async ({ page }) => {
    const frame = await amid(page, sites.address + host, INTO);
    await page.locator("iframe").evaluate((one) => one.focus({ preventScroll: true }));
    const screen = Math.round((await frame.evaluate(() => innerHeight)) * 0.875);
    let due = INTO;
    for (const [key, by] of [
      ["PageDown", screen],
      ["ArrowDown", 40],
      ["Space", screen],
      ["Shift+Space", -screen],
      ["PageUp", -screen],
    ] as const) {
      await page.keyboard.press(key);
      due += by;
      await test.step(key, async () => {
        await expect.poll(() => into(page)).toBe(due);
        await expect.poll(() => frame.evaluate(() => scrollY)).toBe(due);
      });
    }
    await page.keyboard.press("End");
    await expect.poll(() => into(page)).toBeGreaterThan(8000);
    // A key that is pressed while another still scrolls may be lost to it.
    await atRest(page, () => into(page));
    await page.keyboard.press("Home");
    await expect.poll(() => into(page)).toBeLessThan(0);
  });

for (const host of PINNED)
  test(`${host}: the host follows the focus from link to link`, async ({ page }) => {
    const frame = await amid(page, sites.address + host, INTO);
    await page.locator("iframe").evaluate((one) => one.focus({ preventScroll: true }));
    const seen = new Set<string>();
    for (let tab = 0; tab < 14; tab += 1) {
      await page.keyboard.press("Tab");
      await page.waitForTimeout(60);
      await expect
        .poll(async () => Math.abs((await into(page)) - (await frame.evaluate(() => scrollY))))
        .toBeLessThan(2);
      const [name, top, bottom, height] = await frame.evaluate(() => {
        const focused = document.activeElement;
        const box = focused?.getBoundingClientRect();
        return [focused?.textContent ?? "", box?.top ?? Number.NaN, box?.bottom ?? Number.NaN, innerHeight];
      });
      expect.soft(top, `top of 「${name}」`).toBeGreaterThanOrEqual(0);
      expect.soft(bottom, `foot of 「${name}」`).toBeLessThanOrEqual(height);
      seen.add(`${name} ${await into(page)}`);
    }
    expect(seen.size).toBeGreaterThan(9);
  });
