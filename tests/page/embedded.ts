import { expect, type Frame, type Page } from "@playwright/test";

/** The document of the page's embed, when its story is drawn. */
export async function embedded(page: Page): Promise<Frame> {
  const find = (): Frame | undefined =>
    page.frames().find((one) => one.url() !== "" && new URL(one.url()).pathname.includes("/embed/"));
  await expect.poll(() => find() !== undefined).toBe(true);
  const frame = find();
  if (frame === undefined) throw new Error("no frame");
  await frame.waitForFunction(() => document.querySelector(".stage svg")?.hasAttribute("data-shown"));
  return frame;
}

/** Waits until the host shows its frame, and has made the figure as tall as the frame's story. */
export async function unfolded(page: Page): Promise<void> {
  await expect(page.locator("iframe")).toHaveCSS("visibility", "visible");
  await expect.poll(() => page.evaluate(() => document.querySelector("figure")?.offsetHeight)).toBeGreaterThan(2000);
}

/** Pinned by the host's layout, by the loader, and in an element that scrolls. */
export const PINNED = ["H1-clean", "H3-overflow-x", "H7-scroller"];

/** How far the host's page is in the embed, px. */
export function into(page: Page): Promise<number> {
  return page.evaluate(() => -Math.round(document.querySelector("figure")?.getBoundingClientRect().top ?? 0));
}

/** The embed at an address, its story scrolled `due` px above the window's top. */
export async function amid(page: Page, address: string, due: number): Promise<Frame> {
  await page.goto(address);
  await page.locator("figure").scrollIntoViewIfNeeded();
  const frame = await embedded(page);
  await unfolded(page);
  await page.evaluate((below) => {
    const [figure, article] = [document.querySelector("figure"), document.querySelector("article")];
    const scrolls = article && getComputedStyle(article).overflowY === "auto" ? article : window;
    scrolls.scrollBy({ top: (figure?.getBoundingClientRect().top ?? 0) + below, behavior: "instant" });
  }, due);
  await expect.poll(() => frame.evaluate(() => scrollY)).toBe(due);
  return frame;
}
