import { expect, test, type Page } from "@playwright/test";
import { crowding } from "./crowding.ts";
import { jump, placeOf, settled, stepIds } from "./reading.ts";

// Nothing here is looked at pixel by pixel.
test.use({ deviceScaleFactor: 1 });

const PHONES = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
];
const SCREENS = [...PHONES, { width: 360, height: 640 }, { width: 768, height: 1024 }, { width: 1440, height: 900 }];

/** Every how many steps one is looked at, besides the last. */
const EVERY = 6;

/** How a reader doubles the text: each puts it into effect and is there again after a reload. */
const DOUBLED = [
  {
    how: "the browser's own font size",
    screens: SCREENS,
    double: async (page: Page): Promise<void> => {
      const session = await page.context().newCDPSession(page);
      await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
    },
  },
  {
    // What WeChat does to a page on an iPhone.
    how: "text-size-adjust",
    screens: PHONES,
    double: async (page: Page): Promise<void> => {
      await page.addInitScript(() =>
        document.addEventListener("DOMContentLoaded", () =>
          document.body.style.setProperty("-webkit-text-size-adjust", "200%"),
        ),
      );
    },
  },
] as const;

async function open(page: Page, reading: "scroll" | "cards" | "article"): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.addInitScript((chosen) => localStorage.setItem("anyuan.reading.1", chosen), reading);
  await page.goto("./");
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await settled(page);
}

async function looked(page: Page): Promise<readonly (readonly [number, string])[]> {
  const ids = await stepIds(page);
  return [...ids.entries()].filter(([index]) => index % EVERY === 0 || index === ids.length - 1);
}

for (const { how, screens, double } of DOUBLED)
  for (const screen of screens) {
    const name = `at ${screen.width}×${screen.height}, text doubled by ${how},`;

    test(`${name} a scrolled story is whole and nothing lies on anything`, async ({ page }) => {
      await page.setViewportSize(screen);
      await double(page);
      await open(page, "scroll");
      const size = await page
        .locator(".words p")
        .first()
        .evaluate((node) => getComputedStyle(node).fontSize);
      expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(27);
      for (const [index, id] of await looked(page)) {
        await jump(page, index === 0 ? 0 : await placeOf(page, index, 0.95));
        await settled(page);
        expect.soft(await crowding(page), id).toEqual([]);
      }
      await page.locator("#facts").evaluate((node) => node.scrollIntoView({ behavior: "instant" }));
      expect.soft(await crowding(page), "what comes after").toEqual([]);
    });

    test(`${name} cards are whole, to their last line, and nothing lies on anything`, async ({ page }) => {
      await page.setViewportSize(screen);
      await double(page);
      await open(page, "cards");
      for (const [, id] of await looked(page)) {
        await page.evaluate((step) => location.replace(`#${step}`), id);
        await settled(page);
        expect.soft(await crowding(page), id).toEqual([]);
        await jump(page, 1e6);
        await settled(page);
        const below = await page.evaluate(() => {
          const text = document.querySelector(".card:not(.cover) .words, .card .foot")?.getBoundingClientRect();
          const pager = document.querySelector(".pager")?.getBoundingClientRect();
          return (text?.bottom ?? 1e6) - (pager?.top ?? 0);
        });
        expect.soft(below, `the last line of ${id}`).toBeLessThanOrEqual(1);
      }
    });

    test(`${name} the article is whole and nothing lies on anything`, async ({ page }) => {
      await page.setViewportSize(screen);
      await double(page);
      await open(page, "article");
      expect.soft(await crowding(page)).toEqual([]);
      const pictures = await page.$$eval(".step figure img", (nodes) =>
        nodes.map((node) => node.getBoundingClientRect()).filter(({ width, left }) => width < 240 || left < 0),
      );
      expect(pictures).toEqual([]);
      await page.locator(".choice summary").click();
      expect.soft(await crowding(page), "the choice open").toEqual([]);
    });

    test(`${name} a slip is whole, scrolls to its last line and closes`, async ({ page }) => {
      await page.setViewportSize(screen);
      await double(page);
      await open(page, "scroll");
      for (const link of ['[data-step="growth"] .words a.fact', '[data-step="services"] .words a.term']) {
        const opener = page.locator(link).first();
        await opener.evaluate((node) => node.scrollIntoView({ block: "end", behavior: "instant" }));
        await settled(page);
        await opener.focus();
        await page.keyboard.press("Enter");
        const slip = page.locator("dialog.slip");
        await expect(slip).toBeVisible();
        await page.waitForTimeout(300);
        expect.soft(await crowding(page, "dialog.slip"), link).toEqual([]);
        const seen = await slip.evaluate((dialog) => {
          const sheet = dialog.querySelector(".sheet");
          sheet?.scrollTo(0, 1e6);
          const last = sheet?.lastElementChild?.getBoundingClientRect();
          const close = dialog.querySelector(".close")?.getBoundingClientRect();
          const top = dialog.getBoundingClientRect().top;
          return {
            read: (last?.bottom ?? 1e6) <= (sheet?.getBoundingClientRect().bottom ?? 0),
            close: close !== undefined && close.bottom <= innerHeight && close.right <= innerWidth,
            top: top >= 0,
            room: (sheet?.clientHeight ?? 0) / innerHeight,
          };
        });
        expect.soft(seen, link).toEqual({ read: true, close: true, top: true, room: expect.any(Number) });
        expect.soft(seen.room, link).toBeGreaterThan(0.3);
        await page.getByRole("button", { name: "收起" }).click();
        await expect(slip).toBeHidden();
      }
    });
  }
