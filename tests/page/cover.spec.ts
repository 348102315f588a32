import type { Page } from "@playwright/test";
import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";

/** Share of pixels that may differ, and by how much each, 0–1: each build of an engine smooths edges differently. */
const TOLERANCE = { maxDiffPixelRatio: 0.01, threshold: 0.2 };

// The style that hides labels is put into the page by the test, which the page's own policy rightly forbids.
test.use({ bypassCSP: true, deviceScaleFactor: 1 });

/**
 * The cover as it was last approved by eye; `npx playwright test … --update-snapshots` renews it. Labels are left out,
 * since every machine has another Chinese face for them.
 */
test("the cover looks as it was approved", async ({ page, story }) => {
  await story.open();
  await page.addStyleTag({ content: `${PARTS.stage} .sans{visibility:hidden}` });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await story.settled();
  await expect(story.picture).toHaveScreenshot("cover.png", TOLERANCE);
});

interface Measured {
  /** Status of each face that the page names. */
  readonly faces: readonly string[];
  readonly checked: boolean;
  /** Width and height of the title, px, in its own face and in the browser's fixed-width one. */
  readonly own: readonly [number, number];
  readonly fallback: readonly [number, number];
}

/** Measures the first title that holds a digit: a Chinese character is as wide in every face, a digit is not. */
async function measureTitle(page: Page): Promise<Measured> {
  await page.waitForFunction(() =>
    [...document.fonts].every(({ status }) => status === "loaded" || status === "error"),
  );
  return page.evaluate(() => {
    const title = [...document.querySelectorAll("h2, h3")].find((found) => /\d/.test(found.textContent ?? ""));
    if (title === undefined) throw new Error("no title with a digit");
    const text = title.textContent ?? "";
    const [family = ""] = getComputedStyle(title).fontFamily.split(",");
    const measure = (families: string): readonly [number, number] => {
      const span = document.createElement("span");
      span.textContent = text;
      span.style.cssText = `font: 900 100px ${families}; position: fixed; white-space: nowrap`;
      document.body.append(span);
      const { width, height } = span.getBoundingClientRect();
      span.remove();
      return [width, height];
    };
    return {
      faces: [...document.fonts].map(({ status }) => status),
      checked: document.fonts.check(`900 100px ${family}`, text),
      own: measure(`${family}, monospace`),
      fallback: measure("monospace"),
    };
  });
}

test("titles are set in the story's own face", async ({ page }) => {
  await page.goto("./");
  const { faces, checked, own, fallback } = await measureTitle(page);
  expect(faces).toEqual(["loaded"]);
  expect(checked).toBe(true);
  expect(own).not.toEqual(fallback);
});

test("titles are set in the fallback face when the font cannot be loaded", async ({ page }) => {
  await page.route("**/*.woff2", (route) => route.abort());
  await page.goto("./");
  const { faces, checked, own, fallback } = await measureTitle(page);
  expect(faces).toEqual(["error"]);
  expect(checked).toBe(false);
  expect(own).toEqual(fallback);
});
