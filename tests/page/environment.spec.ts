import { recordShifts, shifts } from "./layout-shifts.ts";
import { PARTS } from "./parts.ts";
import { freshPicture } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

test("another window size keeps the position and shows the picture of a fresh load", async ({ page, story }) => {
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  const turned = { width: size.height, height: size.width };
  await story.open();
  for (const [progress, sizes] of [
    [0.6, [turned]],
    // A browser's bars come and go, a window is dragged narrower.
    [
      0.9,
      [
        { ...size, height: size.height - 96 },
        { ...size, width: size.width - 40 },
      ],
    ],
  ] as const) {
    await story.goTo("ships", progress);
    const before = await story.drawn();
    for (const next of sizes) {
      await story.resize(next);
      const name = `${next.width}×${next.height}`;
      const { step, progress: share } = await story.position();
      expect(Math.abs(step + share - 1 - progress), name).toBeLessThan(0.02);
      expect(await story.drawn(), name).toBe(await freshPicture(page, "./#cover", await story.scrollOffset()));
    }
    await story.resize(size);
    expect(await story.drawn()).toBe(before);
  }
});

test("another window size keeps the position in the article and the card", async ({ page, story }) => {
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  const turned = { width: size.height, height: size.width };
  await story.open();
  await story.goTo("ships", 0.3);
  await story.chooseMode("article");
  const before = await story.position();
  for (const next of [turned, size]) {
    await story.resize(next);
    // The article's stage has no picture to wait for.
    await expect(async () => {
      const { step, progress } = await story.position();
      expect(step).toBe(before.step);
      expect(Math.abs(progress - before.progress)).toBeLessThan(0.02);
    }).toPass({ timeout: 10_000 });
  }
  await story.chooseMode("cards");
  await expect(story.pagerCount).toHaveText("2 / 3");
  await story.resize(turned);
  expect(await story.pagerCount.textContent()).toBe("2 / 3");
});

test("a position that is kept before other sizes are measured is still the reader's", async ({ page, story }) => {
  await story.open();
  await story.goTo("ships", 0.3);
  await story.chooseMode("article");
  const { step, progress } = await story.position();
  await page.evaluate((cover) => {
    // Sizes have changed and the browser has scrolled along; before any frame the page is left.
    document.querySelector<HTMLElement>(cover)?.style.setProperty("margin-bottom", "600px");
    scrollBy({ top: 600, behavior: "instant" });
    dispatchEvent(new PageTransitionEvent("pagehide"));
  }, PARTS.step);
  await story.positionKept("ships");
  await expect.poll(() => story.position()).toEqual({ step, progress: expect.closeTo(progress, 1) });
});

test("no layout shift over the load and a whole scroll", async ({ page, story }) => {
  await recordShifts(page);
  await story.open();
  const below = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY);
  while ((await below()) > 1) {
    const before = await story.scrollOffset();
    await page.mouse.wheel(0, 900);
    await expect.poll(() => story.scrollOffset()).toBeGreaterThan(before);
  }
  await story.settled();
  expect(await shifts(page)).toEqual([]);
});

test("text at 200 % fits the window at each step's end, beside the step's own picture", async ({ page, story }) => {
  await story.open();
  await story.setTextSize(34);
  for (const id of ["ships", "boats"]) {
    await story.goTo(id, 0.95);
    expect(await story.shownStep()).toBe(id);
    const [box, view] = [await story.text(id).boundingBox(), page.viewportSize()];
    expect((box?.y ?? 0) + (box?.height ?? 1e6), id).toBeLessThanOrEqual((view?.height ?? 0) + 1);
    expect((box?.x ?? 0) + (box?.width ?? 1e6), id).toBeLessThanOrEqual(view?.width ?? 0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), id).toBeLessThanOrEqual(0);
  }
});

test("the skip link and a chapter's stop lead to their steps by keyboard", async ({ page, story }) => {
  await story.open();
  await page.keyboard.press("Tab");
  await expect(story.skipLink).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => story.shownStep()).toBe("ships");
  const stop = story.progressStop("dawn");
  await stop.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => story.shownStep()).toBe("boats");
  await expect(stop).toHaveAttribute("aria-current", "true");
});
