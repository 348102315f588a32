import { JOURNEYS } from "./journeys.ts";
import { watchFaults } from "./page-faults.ts";
import { freshPicture } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

for (const { every, name, tag } of JOURNEYS)
  test(
    `${name} reached by scrolling show their own pictures, without fault or foreign request`,
    { tag },
    async ({ page, story, isMobile, baseURL }) => {
      const faults = watchFaults(page, baseURL ?? "");
      await story.open();
      const ids = await story.stepIds();
      expect(ids.length).toBeGreaterThanOrEqual(30);
      const read = [...ids.entries()].filter(([index]) => isMobile || index % every === 0);
      const pictures = new Set<string>();
      for (const [index, id] of read) {
        await story.jump(await story.offsetOf(index, 0.3));
        await story.goTo(index, 0.92);
        expect(await story.shownStep()).toBe(id);
        pictures.add(await story.drawn());
      }
      expect(pictures.size).toBe(read.length);
      await story.jump(1e6);
      await story.settled();
      expect(await story.shownStep()).toBe(ids.at(-1));
      expect(faults).toEqual([]);
    },
  );

test.describe("of the fixture story", () => {
  test.use({ site: "fixture" });

  test("a position has one picture: jumped to, scrolled to, come back to and loaded afresh", async ({
    page,
    story,
  }) => {
    await story.open();
    for (const [step, progress] of [
      // One that follows the reader, one that plays by itself.
      ["ships", 0.55],
      ["boats", 0.8],
    ] as const) {
      const y = await story.offsetOf(step, progress);
      await story.jump(y);
      await story.settled();
      const jumped = await story.drawn();
      await story.jump(Math.max(0, y - 900));
      await story.settled();
      await story.scrollThrough(Math.max(0, y - 800), y);
      await story.settled();
      expect(await story.drawn(), `${step} scrolled to`).toBe(jumped);
      // Not to the page's end, which may lie within a pixel: Firefox keeps the fraction.
      await story.jump(await story.offsetOf("boats", 1));
      await story.settled();
      await story.jump(y);
      await story.settled();
      expect(await story.drawn(), `${step} come back to`).toBe(jumped);
      expect(await freshPicture(page, page.url(), y), `${step} loaded afresh`).toBe(jumped);
    }
  });

  test("an address opens at its step, and the End and Home keys lead to the last and the first", async ({
    page,
    story,
  }) => {
    await story.open("./#ships");
    await story.settled();
    expect(await story.shownStep()).toBe("ships");
    await expect(story.text("ships")).toBeInViewport();
    for (const [key, step] of [
      ["End", "boats"],
      ["Home", "cover"],
    ] as const)
      // A browser may drop a key's scroll, as Chromium does while another is under way: a reader presses again.
      await expect(async () => {
        await story.scrollEnded();
        await page.keyboard.press(key);
        await expect.poll(() => story.shownStep(), { timeout: 5000 }).toBe(step);
      }).toPass({ timeout: 20_000 });
  });

  test("in cards mode a key turns to the next step and back, and a reload opens the same card", async ({
    page,
    story,
  }) => {
    await story.open();
    await story.chooseMode("cards");
    for (const [key, id] of [
      ["ArrowRight", "ships"],
      ["ArrowRight", "boats"],
      ["ArrowLeft", "ships"],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => story.shownStep()).toBe(id);
    }
    await story.settled();
    const picture = await story.drawn();
    await page.reload();
    await story.settled();
    await expect(story.pagerCount).toHaveText("2 / 3");
    await expect(story.step("ships")).toBeVisible();
    expect(await story.drawn()).toBe(picture);
  });

  test("the article shows the step's still image, and scroll mode its picture again", async ({ story }) => {
    await story.open();
    await story.goTo("boats", 0.9);
    const picture = await story.drawn();
    await story.chooseMode("article");
    await expect(story.partOf("boats", "still")).toBeInViewport();
    await expect(story.stage).not.toBeInViewport();
    await story.chooseMode("scroll");
    await story.settled();
    expect(await story.shownStep()).toBe("boats");
    expect(await story.drawn()).toBe(picture);
  });
});
