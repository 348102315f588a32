import type { Locator, Page } from "@playwright/test";

/** Presses the middle of an element: with a finger on a phone, with the mouse on a desktop. Throws when it has no box. */
export async function press(page: Page, target: Locator, isMobile: boolean): Promise<void> {
  const box = await target.boundingBox();
  if (box === null) throw new Error("nothing to press");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await (isMobile ? page.touchscreen.tap(x, y) : page.mouse.click(x, y));
}
