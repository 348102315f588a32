import { expect, test } from "@playwright/test";
import { drawn, jump, placeOf, settled, shownStep, stepIds, watchFaults } from "./reading.ts";

test("every step reached by scrolling shows its own picture, without fault or foreign request", async ({
  page,
  baseURL,
}) => {
  const faults = watchFaults(page, baseURL ?? "");
  await page.goto("./");
  const ids = await stepIds(page);
  expect(ids.length).toBeGreaterThanOrEqual(30);
  const pictures = new Set<string>();
  for (const [index, id] of ids.entries()) {
    await jump(page, await placeOf(page, index, 0.3));
    await jump(page, await placeOf(page, index, 0.92));
    await settled(page);
    expect(await shownStep(page)).toBe(id);
    pictures.add(await drawn(page));
  }
  expect(pictures.size).toBe(ids.length);
  await jump(page, 1e6);
  await settled(page);
  expect(await shownStep(page)).toBe(ids.at(-1));
  expect(faults).toEqual([]);
});

test("a place has one picture: scrolled, jumped to, come back to, and loaded afresh", async ({ page }) => {
  await page.goto("./");
  const ids = await stepIds(page);
  for (const [index, progress] of [
    [2, 0.55],
    [7, 0.7],
    [12, 0.93],
    [21, 0.6],
    [25, 0.8],
    [29, 0.95],
  ] as const) {
    const y = await placeOf(page, index, progress);
    await jump(page, y);
    await settled(page);
    const jumped = await drawn(page);
    await jump(page, Math.max(0, y - 900));
    await settled(page);
    for (let step = 8; step >= 0; step--) {
      await jump(page, y - step * 100);
      await page.waitForTimeout(30);
    }
    await settled(page);
    expect(await drawn(page), `${ids[index]} scrolled to`).toBe(jumped);
    await jump(page, 1e6);
    await settled(page);
    await jump(page, y);
    await settled(page);
    expect(await drawn(page), `${ids[index]} come back to`).toBe(jumped);
    const fresh = await page.context().newPage();
    const size = page.viewportSize();
    if (size !== null) await fresh.setViewportSize(size);
    await fresh.goto(page.url());
    // Its address is that of the step, and it opens there.
    await settled(fresh);
    await jump(fresh, y);
    await settled(fresh);
    expect(await drawn(fresh), `${ids[index]} loaded afresh`).toBe(jumped);
    await fresh.close();
  }
});

test("an address with a step opens at the step's picture, and the End key at the last", async ({ page }) => {
  await page.goto("./#third-leg");
  await settled(page);
  expect(await shownStep(page)).toBe("third-leg");
  const box = await page.locator('[data-step="third-leg"] .words').boundingBox();
  expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
  await page.keyboard.press("End");
  await expect.poll(() => shownStep(page)).toBe("closing");
  // A browser may drop a key's scroll that begins while another is under way.
  let y = -1;
  await expect.poll(async () => y === (y = await page.evaluate(() => scrollY)), { intervals: [250] }).toBe(true);
  await page.keyboard.press("Home");
  await expect.poll(() => shownStep(page)).toBe("cover");
});

test("read in cards, a key turns to the next step and back, and a reload opens the same card", async ({ page }) => {
  await page.goto("./");
  const ids = await stepIds(page);
  await page.locator(".choice summary").click();
  await page.locator(".choice label").filter({ hasText: "翻页" }).click();
  for (let card = 1; card <= 4; card++) {
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => shownStep(page)).toBe(ids[card]);
  }
  await page.keyboard.press("ArrowLeft");
  await settled(page);
  expect(await shownStep(page)).toBe(ids[3]);
  const picture = await drawn(page);
  await page.reload();
  await expect(page.locator(`.step.card[data-step="${ids[3]}"]`)).toBeVisible();
  await settled(page);
  expect(await drawn(page)).toBe(picture);
});
