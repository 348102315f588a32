import { expect, type Frame, type Page, test } from "@playwright/test";
import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";
import { amid } from "./embedded.ts";

let sites: TwoSites;
test.beforeAll(async () => {
  sites = await twoSites("pattern");
});
test.afterAll(() => sites.close());

test.use({ viewport: { width: 1000, height: 800 } });

/** Counts, in every document from its beginning, what asks to be run with the next frame or later. */
async function countCalls(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let calls = 0;
    Object.defineProperty(document, "calls", { get: () => calls });
    for (const name of ["requestAnimationFrame", "setTimeout", "setInterval"] as const)
      Object.assign(window, {
        [name]: new Proxy(window[name], {
          apply(asked, self, all) {
            calls += 1;
            return Reflect.apply(asked, self, all);
          },
        }),
      });
  });
}

/** How often something asked within a second. */
async function calls(page: Page, of: Page | Frame): Promise<number> {
  const count = (): Promise<number> => of.evaluate(() => Number(Reflect.get(document, "calls")));
  const before = await count();
  await page.waitForTimeout(1000);
  return (await count()) - before;
}

test("a frame that is off the screen runs nothing, nor does its host for it", async ({ page }) => {
  await countCalls(page);
  const frame = await amid(page, `${sites.address}H1-clean`, 1500);
  await page.mouse.move(500, 400);
  await page.mouse.wheel(0, 300);
  expect(await calls(page, frame), "of a frame that is scrolled").toBeGreaterThan(0);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect
    .poll(() => page.evaluate(() => document.querySelector("figure")?.getBoundingClientRect().bottom))
    .toBeLessThan(0);
  await expect(frame.locator("html")).toHaveClass(/\baway\b/);
  await expect.poll(() => calls(page, frame)).toBe(0);
  expect(await calls(page, page)).toBe(0);
  expect(
    await frame.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length),
  ).toBe(0);
});

test("nor does a story in the host's own page", async ({ page }) => {
  await countCalls(page);
  await page.goto(`${sites.address}I1-clean`);
  await page.locator("article > figure").scrollIntoViewIfNeeded();
  await page.waitForFunction(() =>
    document.querySelector("anyuan-story")?.shadowRoot?.querySelector(".stage svg[data-shown]"),
  );
  await page.evaluate(() => scrollBy({ top: 2500, behavior: "instant" }));
  expect(await calls(page, page), "of a story that is scrolled").toBeGreaterThan(0);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect.poll(() => calls(page, page)).toBe(0);
});
