import { watchFaults } from "./page-faults.ts";
import { leftAgo } from "./resume.ts";
import { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

// The kept position is as old as the clock says.
test.use({ site: "fixture", clockRate: 1 });

test("a new tab opens where the device was read last, but at the step that its address names", async ({
  page,
  context,
  story,
}) => {
  await story.open();
  await story.goTo("ships", 0.62);
  await story.positionKept("ships");
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
  await story.positionKept("ships");
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

test("the offer to resume goes when it is declined or the reader scrolls on", async ({ page, story }) => {
  await leftAgo(page, 60, "ships");
  await story.open();
  await story.resumePrompt.getByRole("button", { name: "从头读" }).click();
  await expect(story.resumePrompt).toBeHidden();
  expect(await story.scrollOffset()).toBe(0);
  await story.positionKept("cover");
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

test("in the article a reload below the story leaves the cover's picture at its head", async ({ page, story }) => {
  await story.open("./");
  await story.chooseMode("article");
  await page.goto("./#facts");
  await story.ready();
  await page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
  await story.positionKept("boats");
  await page.reload();
  await story.settled();
  for (const share of [0.6, 0.3, 0.1]) {
    await page.evaluate(
      (part) => scrollTo({ top: part * document.documentElement.scrollHeight, behavior: "instant" }),
      share,
    );
    await story.settled();
    expect(await story.shownStep()).toBe("cover");
  }
});
