import type { Locator, Page } from "@playwright/test";
import { PARTS, stepSelector } from "./parts.ts";
import type { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

type Area = NonNullable<Awaited<ReturnType<Locator["boundingBox"]>>>;

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

/** The picture's lower edge, px, where passing text fades out, as it does in every step. */
const EDGE = 30;

/** Hides the cover's text, and nothing else. */
const WITHOUT_TEXT = `${PARTS.coverText},${PARTS.cover} ${PARTS.textFoot}{visibility:hidden!important}`;

/** Area of the window, px, that the cover's text must not enter: the badge, and the whole picture once it has changed. */
async function keptFree(story: StoryPage, share: number): Promise<Area> {
  const badge = story.picture.locator('text[data-role="badge"]');
  const box = await (share < 0.2 ? badge : story.stage).boundingBox();
  if (box === null) throw new Error("no picture");
  return share < 0.2 ? box : { ...box, height: box.height - EDGE };
}

test("scrolled, the cover's text passes over no badge, no title and no mark of the picture, upright and turned", async ({
  page,
  story,
}) => {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await story.open();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  for (const size of [
    { width, height },
    { width: height, height: width },
  ]) {
    await story.resize(size);
    for (const share of [0, 0.1, 0.2, 0.4, 0.6, 0.9]) {
      const length = await story.step("cover").evaluate((cover) => cover.getBoundingClientRect().height);
      await story.jump(share * length);
      await story.settled();
      const clip = await keptFree(story, share);
      const textLeavesNoTrace = async (): Promise<boolean> => {
        const seen = await page.screenshot({ clip, animations: "disabled" });
        return seen.equals(await page.screenshot({ clip, animations: "disabled", style: WITHOUT_TEXT }));
      };
      // The worker's last frame may come between the two.
      await expect.poll(textLeavesNoTrace, `${size.width}×${size.height}, scrolled by ${share}`).toBe(true);
    }
  }
});

test("a link of the cover that is focused after it passed under the picture comes out below it", async ({ story }) => {
  await story.open();
  await story.resize({ width: 390, height: 844 });
  const link = story.partOf("cover", "byline").locator("a").first();
  const bottom = await story.stage.evaluate((stage) => stage.getBoundingClientRect().bottom);
  const top = (): Promise<number> => link.evaluate((node) => node.getBoundingClientRect().top);
  await story.jump(0.6 * 844);
  await story.settled();
  expect(await top()).toBeLessThan(bottom);
  await link.focus();
  await expect.poll(top).toBeGreaterThanOrEqual(bottom);
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

/** Expects that a point in the middle of the first chapter's heading, the first step's and its picture is theirs, not the cover's. */
async function expectCoverEnds(page: Page, story: StoryPage): Promise<void> {
  const id = (await story.stepIds())[1] ?? "";
  const found = await page.evaluate(
    ({ step, parts }) => {
      // The picture lets every click through.
      for (const stage of document.querySelectorAll<HTMLElement>(parts.stage)) stage.style.pointerEvents = "auto";
      return ["> h2", "> h3", `figure ${parts.still}`].map((part) => {
        const node = document.querySelector(`${step} ${part}`);
        node?.scrollIntoView({ block: "center", behavior: "instant" });
        const { left = 0, top = 0, width = 0, height = 0 } = node?.getBoundingClientRect() ?? {};
        const over = document.elementFromPoint(left + width / 2, top + height / 2);
        return node?.contains(over) === true ? part : (over?.outerHTML.slice(0, 80) ?? "nothing");
      });
    },
    { step: stepSelector(id), parts: PARTS },
  );
  expect(found).toEqual(["> h2", "> h3", `figure ${PARTS.still}`]);
}

test("the cover's picture ends with the cover in the article, once it is chosen and after a reload", async ({
  page,
  story,
}) => {
  await story.open();
  await story.chooseMode("article");
  await expectCoverEnds(page, story);
  await page.reload();
  await story.ready();
  await expect(story.rootElement).toHaveAttribute("data-mode", "article");
  await expectCoverEnds(page, story);
});

test.describe(() => {
  test.use({ javaScriptEnabled: false });

  test("the cover's picture ends with the cover in a page without script", async ({ page, story }) => {
    await page.goto("./");
    await expectCoverEnds(page, story);
  });
});
