import { violations } from "./axe.ts";
import { COLUMN, expect, test } from "./element-host.ts";
import { PARTS } from "./parts.ts";
import { StoryPage } from "./story-page.ts";

for (const { site, pace, every, tag } of [
  { site: "fixture", pace: 40, every: 1, tag: [] },
  { site: "story", pace: 400, every: 4, tag: ["@wide"] },
] as const)
  test.describe(`of the ${site}`, () => {
    test.use({ site });

    test(
      "an element scrolls with its host page, its stage in place, and draws what the story's own page draws",
      { tag: [...tag] },
      async ({ page, story: own, openHost }) => {
        await page.setViewportSize({ width: COLUMN, height: 900 });
        await own.open();
        const ids = (await own.stepIds()).filter((_, index) => index % every === 0);
        const expected = new Map<string, string>();
        for (const id of ids) {
          await own.goTo(id, 0.92);
          expected.set(id, await own.drawn());
        }
        await page.setViewportSize({ width: 1440, height: 900 });
        const { story, faults } = await openHost({ story: 'theme="day"' });
        const { offset, frames } = await story.scrollPast(pace);
        expect(frames).toBeGreaterThan(60);
        expect(offset, "px that the stage is off its place").toBeLessThan(1);
        for (const id of ids) expect(await story.drawnAt(id), id).toBe(expected.get(id));
        expect(faults).toEqual([]);
      },
    );
  });

test.describe("on a host page", () => {
  test.use({ site: "fixture" });

  test("an element marks the number in its picture that is meant in its text", async ({ page, openHost }) => {
    const { story, faults } = await openHost({ story: 'top="40"' });
    await story.drawnAt("ships");
    await story.partOf("ships", "factLink").and(page.locator('[data-fact="night-ships"]')).first().hover();
    const mark = story.partOf("ships", "mark").filter({ visible: true }).last();
    await expect(mark).toBeVisible();
    const label = story.part("pictureText").filter({ hasText: /^80/u }).last();
    const [laid, drawn] = [await mark.boundingBox(), await label.boundingBox()];
    if (laid === null || drawn === null) throw new Error("no number is marked");
    expect(Math.abs(laid.x - drawn.x)).toBeLessThan(4);
    expect(laid.y + laid.height / 2).toBeGreaterThan(drawn.y);
    expect(laid.y + laid.height / 2).toBeLessThan(drawn.y + drawn.height);
    expect(faults).toEqual([]);
  });

  test("a slider that comes over the stage moves no step", async ({ openHost }) => {
    const { story } = await openHost({ story: 'theme="day"' });
    const tops = (): Promise<readonly number[]> =>
      story.part("step").evaluateAll((steps) => {
        const [first = 0, ...others] = steps.map((step) => step.getBoundingClientRect().top);
        return others.map((top) => Math.round(top - first));
      });
    await story.drawnAt("ships");
    const before = await tops();
    await story.drawnAt("boats");
    await expect(story.part("slider")).toHaveClass(/\blaid\b/);
    expect(await tops()).toEqual(before);
  });

  test("fact links and progress stops act within the element and leave the host's address alone", async ({
    page,
    openHost,
  }) => {
    const { story, faults } = await openHost({ story: 'theme="day" top="60"' });
    const place = (): Promise<unknown> => page.evaluate(() => [location.href, history.length]);
    await page.evaluate(() => (location.hash = "#boats"));
    const before = await place();
    const { offset } = await story.scrollPast(100, 60);
    expect(offset, "px that the stage is off its place below the top bar").toBeLessThan(1);
    await story.drawnAt("boats");
    await story.partOf("boats", "factLink").first().click();
    const dialog = story.part("sourceDialog");
    await expect(dialog).toBeVisible();
    await expect(dialog).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await story.part("progressStop").first().click();
    await expect(story.part("picture")).toHaveAttribute("data-step", "ships");
    await story.settled();
    const scrollOffset = (): Promise<number> => page.evaluate(() => scrollY);
    const from = await scrollOffset();
    await page.mouse.move(600, 450);
    for (let tick = 0; tick < 3; tick += 1) await page.mouse.wheel(0, 100);
    await expect.poll(scrollOffset).toBe(from + 300);
    await page.keyboard.press("PageDown");
    await expect.poll(scrollOffset).toBeGreaterThan(from + 900);
    expect(await place()).toEqual(before);
    expect(faults).toEqual([]);
  });

  test("axe finds nothing in the element, with its source dialog closed and open", async ({ page, openHost }) => {
    const { story } = await openHost({ story: 'theme="day"' });
    await story.drawnAt("boats");
    expect(await violations(page, { include: [PARTS.element] })).toEqual([]);
    await story.partOf("boats", "factLink").first().click();
    await expect(story.part("sourceDialog")).toBeVisible();
    await new StoryPage(page).finishAnimations();
    expect(await violations(page, { include: [PARTS.element] })).toEqual([]);
  });
});
