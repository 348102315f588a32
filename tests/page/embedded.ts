import { expect, type Frame, type Page } from "@playwright/test";

/** The document of the page's embed, when its story is drawn. */
export async function embedded(page: Page): Promise<Frame> {
  const find = (): Frame | undefined =>
    page.frames().find((one) => new URL(one.url(), "about:").pathname.includes("/embed/"));
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
