import { amid, into, PINNED } from "./embed-page.ts";
import { frameOffset, HOST_WINDOW } from "./embed-scroll.ts";
import { test } from "./host-sites.ts";
import { expect } from "./story-test.ts";

/** How far the story is scrolled when a test begins, px. */
const START = 600;

// A height of which a browser scrolls whole pixels by a key.
test.use({ viewport: HOST_WINDOW });

for (const host of PINNED)
  test(`${host}: keys pressed in the frame scroll the host page`, async ({ page, sites }) => {
    const frame = await amid(page, sites.address + host, START);
    await page.locator("iframe").evaluate((iframe) => iframe.focus({ preventScroll: true }));
    const screen = Math.round((await frame.evaluate(() => innerHeight)) * 0.875);
    let due = START;
    for (const [key, by] of [
      ["PageDown", screen],
      ["ArrowDown", 40],
      ["Space", screen],
      ["Shift+Space", -screen],
      ["PageUp", -screen],
    ] as const) {
      due += by;
      await test.step(key, async () => {
        await page.keyboard.press(key);
        await expect.poll(() => into(page)).toBe(due);
        await expect.poll(() => frameOffset(frame)).toBe(due);
      });
    }
    const atEnd = (): Promise<boolean> =>
      page.evaluate(() =>
        [document.querySelector("article"), document.documentElement].every(
          (box) => box && box.scrollTop >= box.scrollHeight - box.clientHeight - 1,
        ),
      );
    await page.keyboard.press("End");
    // A key that is pressed while another still scrolls may be lost to it: both documents have come to their ends.
    await expect.poll(atEnd).toBe(true);
    await expect
      .poll(() => frame.evaluate(() => scrollY >= document.documentElement.scrollHeight - innerHeight - 1))
      .toBe(true);
    await page.keyboard.press("Home");
    await expect.poll(() => into(page)).toBeLessThan(0);
  });

for (const host of PINNED)
  test(`${host}: the host page follows the focus from link to link of the frame`, async ({ page, sites }) => {
    const frame = await amid(page, sites.address + host, START);
    await page.locator("iframe").evaluate((iframe) => iframe.focus({ preventScroll: true }));
    await frame.evaluate(() => Object.assign(document, { focusEvents: 0 }));
    await frame.evaluate(() =>
      addEventListener("focusin", () =>
        Object.assign(document, { focusEvents: Number(Reflect.get(document, "focusEvents")) + 1 }),
      ),
    );
    const places = new Set<number>();
    for (let tab = 1; tab <= 12; tab += 1) {
      await page.keyboard.press("Tab");
      const focused = (): Promise<{ events: number; name: string; top: number; bottom: number; offset: number }> =>
        frame.evaluate(() => {
          const box = document.activeElement?.getBoundingClientRect();
          return {
            events: Number(Reflect.get(document, "focusEvents")),
            name: document.activeElement?.textContent ?? "",
            top: box?.top ?? Number.NaN,
            bottom: innerHeight - (box?.bottom ?? Number.NaN),
            offset: scrollY,
          };
        });
      // A focused element is scrolled into the frame before its event.
      await expect.poll(async () => (await focused()).events).toBe(tab);
      await expect.poll(async () => Math.abs((await into(page)) - (await focused()).offset)).toBeLessThan(2);
      const { name, top, bottom, offset } = await focused();
      expect.soft(top, `px of 「${name}」 below the frame's top`).toBeGreaterThanOrEqual(0);
      expect.soft(bottom, `px of 「${name}」 above the frame's bottom`).toBeGreaterThanOrEqual(0);
      places.add(offset);
    }
    expect(places.size, "places that the focus scrolled to").toBeGreaterThan(2);
  });
