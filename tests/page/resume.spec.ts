import type { Page } from "@playwright/test";
import { violations } from "./axe.ts";
import { watchFaults } from "./page-faults.ts";
import { expect, PARTS, STORAGE, StoryPage, test } from "./story-page.ts";

test.use({ site: "fixture" });

/** Waits until the device has kept a position in a step. */
async function kept(page: Page, step: string): Promise<void> {
  await expect
    .poll(() => page.evaluate((key) => localStorage.getItem(key), STORAGE.position))
    .toMatch(new RegExp(`^${step} `));
}

/** A page whose device was last read `minutes` ago in the middle of a step. */
async function leftAgo(page: Page, minutes: number, step: string): Promise<void> {
  await page.addInitScript(
    ([key, text]) => {
      if (sessionStorage.getItem("left") === null) localStorage.setItem(key, text);
      sessionStorage.setItem("left", "");
    },
    [STORAGE.position, `${step} 0.7 ${Date.now() - minutes * 60_000}`] as const,
  );
}

for (const mode of ["scroll", "cards", "article"] as const)
  test(`restores the position after a reload, and after back, in ${mode} mode`, async ({ page, story }) => {
    await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [STORAGE.mode, mode] as const);
    await story.open();
    if (mode === "cards") {
      await page.keyboard.press("ArrowRight");
      await expect(story.pagerCount).toHaveText("2 / 3");
    } else await story.goTo("ships", 0.55);
    await story.settled();
    const where = async (): Promise<string> =>
      `${await story.pagerCount.textContent()} at ${Math.round(await story.scrollOffset())}`;
    const [before, picture] = [await where(), await story.drawn()];
    if (mode !== "cards") expect(before).not.toMatch(/at 0$/);
    await page.reload();
    await expect.poll(where).toBe(before);
    await story.settled();
    expect(await story.drawn()).toBe(picture);
    await page.goto("about:blank");
    await page.goBack();
    await expect.poll(where).toBe(before);
    await story.settled();
    expect(await story.drawn()).toBe(picture);
  });

test("restores the position that a jump led to right before the reload", async ({ page, story }) => {
  await story.open();
  await story.jump(await story.offsetOf("ships", 0.9));
  await expect(page).toHaveURL(/\/night\/ships\/$/);
  await story.jump(await story.offsetOf("boats", 0.9));
  await page.reload();
  await story.settled();
  expect(await story.shownStep()).toBe("boats");
  await expect(page).toHaveURL(/\/dawn\/boats\/$/);
});

test("a new tab opens where the device was read last, but at the step that its address names", async ({
  page,
  context,
  story,
}) => {
  await story.open();
  await story.goTo("ships", 0.62);
  await kept(page, "ships");
  const picture = await story.drawn();
  const size = page.viewportSize();
  await page.close();
  const next = await context.newPage();
  if (size !== null) await next.setViewportSize(size);
  const reopened = new StoryPage(next);
  await reopened.open();
  await reopened.settled();
  expect(await reopened.drawn()).toBe(picture);
  await expect(reopened.resumePrompt).toBeHidden();
  await next.goto("about:blank");
  await reopened.open("./#boats");
  await reopened.settled();
  expect(await reopened.shownStep()).toBe("boats");
});

test("takes scroll restoration from the browser until the page has loaded", async ({ page, story }) => {
  await story.open();
  await story.goTo("ships", 0.6);
  await kept(page, "ships");
  const picture = await story.drawn();
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/*.woff2", async (route) => {
    await held;
    await route.continue();
  });
  const restoration = (): Promise<string> => page.evaluate(() => history.scrollRestoration);
  await page.reload({ waitUntil: "commit" });
  await story.settled();
  expect(await page.evaluate(() => document.readyState)).toBe("interactive");
  expect(await restoration()).toBe("manual");
  release();
  await expect.poll(restoration).toBe("auto");
  await story.settled();
  expect(await story.drawn()).toBe(picture);
});

test("after a day the cover offers to resume, and nothing moves by itself", async ({ page, story }) => {
  await leftAgo(page, 60 * 24, "ships");
  await story.open();
  await story.settled();
  expect(await story.scrollOffset()).toBe(0);
  const { resumePrompt } = story;
  await expect(resumePrompt).toContainText("上次读到 壹 · 夜里进港80艘");
  for (const button of await resumePrompt.getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  const [prompt, deck] = [await resumePrompt.boundingBox(), await page.locator(PARTS.deck).boundingBox()];
  expect((prompt?.y ?? 0) + (prompt?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
  expect(prompt?.y).toBeGreaterThanOrEqual((deck?.y ?? 0) + (deck?.height ?? 0));
  expect(await violations(page)).toEqual([]);
  await resumePrompt.getByRole("button", { name: "继续阅读" }).click();
  await expect.poll(() => story.shownStep()).toBe("ships");
  await expect(resumePrompt).toBeHidden();
});

test("the offer to resume goes when it is declined or the reader scrolls on", async ({ page, story }) => {
  await leftAgo(page, 60, "ships");
  await story.open();
  await story.resumePrompt.getByRole("button", { name: "从头读" }).click();
  await expect(story.resumePrompt).toBeHidden();
  expect(await story.scrollOffset()).toBe(0);
  await kept(page, "cover");
  await page.evaluate(() => sessionStorage.clear());
  await page.goto("about:blank");
  await story.open();
  await expect(story.resumePrompt).toBeVisible();
  await story.jump(700);
  await expect(story.resumePrompt).toBeHidden();
});

test("without storage the story reads, changes its view mode and restores the position after a reload", async ({
  page,
  story,
  baseURL,
}) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("refused", "SecurityError");
        },
      });
  });
  const faults = watchFaults(page, baseURL ?? "");
  await story.open();
  await story.goTo("ships", 0.6);
  const picture = await story.drawn();
  await story.chooseMode("cards");
  await expect(story.pagerCount).toHaveText("2 / 3");
  await story.chooseMode("scroll");
  await story.settled();
  expect(await story.drawn()).toBe(picture);
  // Without storage the history alone keeps the position, a while after the reader has moved.
  await expect.poll(() => page.evaluate(() => String(history.state))).toMatch(/^ships 0\.[56]/);
  await page.reload();
  await story.settled();
  expect(await story.drawn()).toBe(picture);
  expect(faults).toEqual([]);
});

test("larger text keeps the sentence in the article, and an opened table moves nothing", async ({ page, story }) => {
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [STORAGE.mode, "article"] as const);
  await story.open();
  await story.goTo("ships", 0.9);
  await story.setTextSize(30);
  await story.settled();
  const offset = await story.offsetOf("ships", 0.9);
  expect(Math.abs(offset - (await story.scrollOffset()))).toBeLessThan(12);
  const summary = story.partOf("ships", "dataTable").locator("summary");
  await summary.scrollIntoViewIfNeeded();
  await story.settled();
  const before = (await summary.boundingBox())?.y ?? 0;
  await summary.press("Enter");
  await expect(story.partOf("ships", "dataTable")).toHaveAttribute("open", "");
  await story.settled();
  expect(Math.abs(((await summary.boundingBox())?.y ?? 0) - before)).toBeLessThan(2);
});
