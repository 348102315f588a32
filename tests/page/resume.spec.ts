import { violations } from "./axe.ts";
import { leftAgo } from "./resume.ts";
import { PARTS, storageKeys } from "./parts.ts";
import { freshPicture } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

// The kept position is as old as the clock says.
test.use({ site: "fixture", clockRate: 1 });

for (const mode of ["scroll", "cards", "article"] as const)
  test(`restores the position after a reload, and after back, in ${mode} mode`, async ({ page, story }) => {
    await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
      storageKeys("fixture").mode,
      mode,
    ] as const);
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

/** Runs in the page: scrolls on, frame by frame, until the page is left, and keeps the offset that it had then. */
function scrollOn(): void {
  addEventListener("pagehide", () => sessionStorage.setItem("left-at", String(scrollY)));
  const go = (): void => {
    scrollBy({ top: 9, behavior: "instant" });
    requestAnimationFrame(go);
  };
  go();
}

test("restores the position in the middle of a scroll, with its picture", async ({ page, story }) => {
  await story.open();
  for (const step of ["ships", "boats"]) {
    await story.jump(await story.offsetOf(step, 0.3));
    await page.evaluate(scrollOn);
    await page.waitForFunction((to) => scrollY > to, await story.offsetOf(step, 0.5));
    await page.reload();
    const left = Number(await page.evaluate(() => sessionStorage.getItem("left-at")));
    await expect.poll(() => story.scrollOffset()).toBeCloseTo(left, 0);
    await story.settled();
    expect(await story.shownStep()).toBe(step);
    expect(await story.drawn()).toBe(await freshPicture(page, "./", left));
  }
});

test("of a step that plays, a reload shows the end", async ({ page, story }) => {
  await story.open();
  await story.goTo("boats", 0.92);
  const end = await story.drawn();
  await story.goTo("ships", 0.5);
  await story.jump(await story.offsetOf("boats", 0.92));
  await expect(story.picture).toHaveAttribute("data-settled", "false");
  await page.reload();
  await story.settled();
  expect(await story.drawn()).toBe(end);
});

/** Runs in every page: reloads the first as soon as its text has come, and the second once it is loaded. */
function reloadTwice(): void {
  const count = Number(sessionStorage.getItem("loads")) + 1;
  sessionStorage.setItem("loads", String(count));
  if (count < 3) addEventListener(count === 1 ? "DOMContentLoaded" : "load", () => location.reload());
}

test("restores the position after reloads that do not wait for the page", async ({ page, story }) => {
  await story.open();
  await story.jump(await story.offsetOf("boats", 0.55));
  const y = await story.scrollOffset();
  await page.addInitScript(reloadTwice);
  await page.evaluate(() => location.reload());
  await page.waitForFunction(() => sessionStorage.getItem("loads") === "3");
  await story.settled();
  expect(await story.scrollOffset()).toBe(y);
  expect(await story.drawn()).toBe(await freshPicture(page, "./", y));
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
  const [title, prompt, deck] = await Promise.all(
    [page.locator(`${PARTS.coverText} h1`), resumePrompt, page.locator(PARTS.deck)].map((part) => part.boundingBox()),
  );
  expect(prompt?.y).toBeGreaterThanOrEqual((title?.y ?? 0) + (title?.height ?? 0));
  expect(deck?.y).toBeGreaterThanOrEqual((prompt?.y ?? 0) + (prompt?.height ?? 0));
  expect(await violations(page)).toEqual([]);
  await resumePrompt.getByRole("button", { name: "继续阅读" }).click();
  await expect.poll(() => story.shownStep()).toBe("ships");
  await expect(resumePrompt).toBeHidden();
});

test("larger text keeps the sentence in the article, and an opened table moves nothing", async ({ page, story }) => {
  await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
    storageKeys("fixture").mode,
    "article",
  ] as const);
  await story.open();
  await story.goTo("ships", 0.9);
  // A text that is enlarged in the frame of the jump itself is the browser's own to keep.
  await expect
    .poll(() => page.evaluate((key) => localStorage.getItem(key) ?? "", storageKeys("fixture").position))
    .toMatch(/^ships /);
  await story.setTextSize(30);
  await story.settled();
  const off = async (): Promise<number> =>
    Math.abs((await story.offsetOf("ships", 0.9)) - (await story.scrollOffset()));
  await expect.poll(off).toBeLessThan(12);
  const summary = story.partOf("ships", "dataTable").locator("summary");
  await summary.scrollIntoViewIfNeeded();
  await story.settled();
  const before = (await summary.boundingBox())?.y ?? 0;
  await summary.press("Enter");
  await expect(story.partOf("ships", "dataTable")).toHaveAttribute("open", "");
  await story.settled();
  expect(Math.abs(((await summary.boundingBox())?.y ?? 0) - before)).toBeLessThan(2);
});
