import { ENTER_START } from "../../src/core/model/timing.ts";
import { violations } from "./axe.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

/** A step's own picture begins after this; the one before holds until then. */
const BEGINNING = ENTER_START + 0.01;

test("with reduced motion a step has one picture from its beginning to its end", async ({ page, story }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await story.open();
  await story.goTo("ships", BEGINNING);
  const early = await story.drawn();
  for (const progress of [0.3, 0.8]) {
    await story.goTo("ships", progress);
    expect(await story.drawn(), String(progress)).toBe(early);
  }
  await story.goTo("boats", ENTER_START - 0.01);
  expect(await story.drawn()).toBe(early);
  await story.goTo("boats", BEGINNING);
  expect(await story.drawn()).not.toBe(early);
});

test("a tab that was frozen shows what it showed before", async ({ page, story }) => {
  await story.open();
  await story.goTo("ships", 0.95);
  const [y, before] = [await story.scrollOffset(), await story.drawn()];
  const session = await page.context().newCDPSession(page);
  await story.jump(await story.offsetOf("cover", 0.5));
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await story.jump(y);
  await story.settled();
  expect(await story.drawn()).toBe(before);
});

test("the background follows the device's colour scheme while the page is open", async ({ page, story }) => {
  await story.open("./#boats");
  await story.settled();
  await expect.poll(() => story.groundColour()).toBe("rgb(242, 247, 248)");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => story.groundColour()).toBe("rgb(27, 43, 54)");
});

test.describe("of the real story", () => {
  test.use({ site: "story" });

  test("axe finds nothing in the whole page", async ({ page, story }) => {
    await story.open();
    await story.settled();
    await story.finishAnimations();
    expect(await violations(page)).toEqual([]);
  });
});
