import { measureAdjacentMarks } from "./adjacent-marks.ts";
import { watchFaults } from "./page-faults.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

/** The engines take some options without a word and do not do them; a test resting on one would pass for the wrong reason. */
test("the engine is the one that the project says", async ({ page }, { project }) => {
  await page.goto("./");
  const seen = await page.evaluate(() => ({
    width: innerWidth,
    height: innerHeight,
    ratio: devicePixelRatio,
    touch: navigator.maxTouchPoints > 0,
    coarse: matchMedia("(pointer: coarse)").matches,
    reduced: matchMedia("(prefers-reduced-motion: reduce)").matches,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    language: navigator.language,
  }));
  const common = { ratio: 1, reduced: false, dark: false, language: "zh-CN" };
  const phone = { width: 390, height: 844, touch: true, coarse: true };
  const desktop = { width: 1440, height: 900, touch: false, coarse: false };
  expect(seen).toEqual({ ...common, ...(project.name === "chromium-phone" ? phone : desktop) });
});

test("the engine parses the page of facts under the page's own policy, and a pressed number opens its source", async ({
  page,
  story,
  baseURL,
}) => {
  const faults = watchFaults(page, baseURL ?? "");
  await story.open("./night/ships/");
  await story.factsLoaded();
  await story.text("ships").locator('[data-fact="day-ships"]').first().click();
  await expect(story.sourceDialog.locator("q")).toHaveText("白天进港的船有160艘");
  expect(faults).toEqual([]);
});

test("a heading squeezes two adjacent marks", async ({ page, story }) => {
  await story.open();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const [heading, picture] = await page.evaluate(measureAdjacentMarks);
  expect(heading).toBeCloseTo(1.5, 2);
  expect(picture).toBeCloseTo(2, 2);
});
