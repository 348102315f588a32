import { REST_AT } from "../../src/core/model/timing.ts";
import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";

/** Room between a label and the numerals of the progress nav, px. */
const CLEAR = 15;

/** Runs in the page: labels of the picture that end less than so many px before the nav's numerals. */
function findNearNav({ parts, clear }: { parts: typeof PARTS; clear: number }): readonly string[] {
  const boxOf = (node: Element): DOMRect => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  };
  const names = [...document.querySelectorAll(parts.progressStopName)].map((node) => boxOf(node).left);
  const nav = Math.min(...names);
  return [...document.querySelectorAll(`${parts.picture} text`)].flatMap((label) => {
    const gap = nav - label.getBoundingClientRect().right;
    const faint = Number(label.getAttribute("opacity") ?? 1) < 0.2;
    return faint || gap >= clear ? [] : [`${label.textContent}: ${gap.toFixed(1)} px`];
  });
}

for (const screen of [
  { width: 844, height: 390 },
  { width: 1440, height: 900 },
  { width: 2560, height: 1440 },
])
  test(`at ${screen.width}×${screen.height} labels stand clear of the progress nav`, async ({ page, story }) => {
    await page.setViewportSize(screen);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await story.open();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await expect(page.locator(PARTS.progressStopName)).not.toHaveCount(0);
    for (const [index, id] of (await story.stepIds()).entries()) {
      if (index === 0) continue;
      await story.goTo(index, REST_AT);
      expect.soft(await page.evaluate(findNearNav, { parts: PARTS, clear: CLEAR }), id).toEqual([]);
    }
  });
