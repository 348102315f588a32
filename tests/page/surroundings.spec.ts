import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { countShifts, drawn, jump, placeOf, settled, shifts, shownStep, stepIds } from "./reading.ts";

test("a reload in the middle, and back and forward, keep the place and its picture", async ({ page }) => {
  await page.goto("./");
  await jump(page, await placeOf(page, 13, 0.7));
  await settled(page);
  const before = await drawn(page);
  await page.reload();
  await settled(page);
  await expect.poll(() => drawn(page)).toBe(before);
  await page.goto("about:blank");
  await page.goBack();
  await expect.poll(() => drawn(page)).toBe(before);
});

test("rotation, and a window whose bars come and go, end in the picture of a fresh load", async ({ page }) => {
  await page.goto("./#firms");
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  for (const next of [
    { width: size.height, height: size.width },
    { width: size.width, height: size.height - 96 },
    { width: size.width - 40, height: size.height },
    size,
  ]) {
    await page.setViewportSize(next);
    // A scroll before the page has heard of its size cannot be told from the browser's own, which the page takes back.
    await settled(page);
    await jump(page, await placeOf(page, 18, 0.9));
    await settled(page);
    const fresh = await page.context().newPage();
    await fresh.setViewportSize(next);
    await fresh.goto("./");
    await jump(fresh, await placeOf(fresh, 18, 0.9));
    await settled(fresh);
    expect(await drawn(page), `${next.width}×${next.height}`).toBe(await drawn(fresh));
    await fresh.close();
  }
});

test("with reduced motion each step is its rest picture and nothing drifts", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./");
  for (const index of [2, 7, 12, 25]) {
    await jump(page, await placeOf(page, index, 0.3));
    await settled(page);
    const early = await drawn(page);
    await jump(page, await placeOf(page, index, 0.8));
    await settled(page);
    expect(await drawn(page)).toBe(early);
  }
});

test("a tab put to sleep and woken shows what a fresh load shows", async ({ page }) => {
  await page.goto("./");
  const y = await placeOf(page, 11, 0.95);
  await jump(page, y);
  await settled(page);
  const before = await drawn(page);
  const session = await page.context().newCDPSession(page);
  await jump(page, await placeOf(page, 8, 0.5));
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await jump(page, y);
  await settled(page);
  expect(await drawn(page)).toBe(before);
});

test("by night the climb ends under a night sky", async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.goto("./#closing");
  await settled(page);
  await expect.poll(ground).toBe("rgb(250, 246, 234)");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(ground).toBe("rgb(34, 40, 53)");
});

test("the text never shifts: no layout shift over the load and a whole scroll", async ({ page }) => {
  await countShifts(page);
  await page.goto("./");
  const end = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < end; y += 900) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(16);
  }
  await settled(page);
  expect(await shifts(page)).toEqual([]);
});

test("text at 200 % leaves every word within reach and the same pictures", async ({ page }) => {
  await page.goto("./");
  await page.addStyleTag({ content: ":root{--body:34px}" }).catch(() => undefined);
  await page.evaluate(() => document.documentElement.style.setProperty("--body", "34px"));
  const ids = await stepIds(page);
  for (const index of [1, 8, 16, 22, 29]) {
    await jump(page, await placeOf(page, index, 0.95));
    await settled(page);
    expect(await shownStep(page)).toBe(ids[index]);
    const inside = await page.evaluate((i) => {
      const words = document.querySelectorAll(".step")[i]?.querySelector(".words")?.getBoundingClientRect();
      return (
        words !== undefined &&
        words.bottom <= innerHeight + 1 &&
        words.right <= innerWidth &&
        document.documentElement.scrollWidth <= innerWidth
      );
    }, index);
    expect(inside, ids[index]).toBe(true);
  }
});

test("the keyboard reaches the text, the stations, and the handle, and sees where it is", async ({ page }) => {
  await page.goto("./");
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => shownStep(page)).toBe("old-mine");
  const station = page.locator('.shaft a[data-chapter="coordinate"]');
  await station.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => shownStep(page)).toBe("axes");
  await expect(station).toHaveAttribute("aria-current", "true");
  const handle = page.locator('input[data-handle="closing"]');
  // While the address is on its way there, a browser takes the next one for a place of the same document, and then loads it all the same.
  await expect.poll(() => new URL(page.url()).pathname).toBe("/coordinate/axes/");
  await page.goto("./#closing");
  await settled(page);
  await handle.focus();
  await settled(page);
  const whole = await drawn(page);
  await page.keyboard.press("Home");
  await settled(page);
  expect(await drawn(page)).not.toBe(whole);
  await expect(handle).toHaveAttribute("aria-valuetext", /.+/);
  await page.keyboard.press("End");
  await settled(page);
  expect(await drawn(page)).toBe(whole);
});

test("the handle drawn on the closing picture can be dragged through the whole story and back", async ({ page }) => {
  await page.goto("./#closing");
  await settled(page);
  const grip = page.locator(".grip");
  await expect(grip).toBeVisible();
  const whole = await drawn(page);
  const box = await grip.boundingBox();
  if (box === null) throw new Error("the grip has no box");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width - 22, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 22, y, { steps: 8 });
  await settled(page);
  expect(await page.locator('input[data-handle="closing"]').inputValue()).toBe("0");
  expect(await drawn(page)).not.toBe(whole);
  await page.mouse.move(box.x + box.width - 22, y, { steps: 8 });
  await page.mouse.up();
  await settled(page);
  expect(await drawn(page)).toBe(whole);
});

test("axe finds nothing in the whole page, nor at any step", async ({ page }) => {
  test.slow();
  const found = (results: Awaited<ReturnType<AxeBuilder["analyze"]>>): readonly string[] =>
    results.violations.map(
      ({ id: rule, nodes }) => `${rule}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
    );
  await page.goto("./");
  expect(found(await new AxeBuilder({ page }).analyze()), "the whole page").toEqual([]);
  for (const [index, id] of (await stepIds(page)).entries()) {
    await jump(page, await placeOf(page, index, 0.92));
    await settled(page);
    // The whole page again would take half a minute: its table of all figures does not change from step to step.
    const step = new AxeBuilder({ page }).include(`.step[data-step="${id}"]`).include(".stage").include(".shaft");
    expect.soft(found(await step.analyze()), id).toEqual([]);
  }
});
