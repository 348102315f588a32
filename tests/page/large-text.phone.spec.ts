import type { Page } from "@playwright/test";
import { layoutFaults } from "./layout-faults.ts";
import { PARTS, storageKeys, type ViewMode } from "./parts.ts";
import type { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

interface Screen {
  readonly width: number;
  readonly height: number;
}

const SMALL: Screen = { width: 320, height: 568 };
const PHONE: Screen = { width: 390, height: 844 };
const TURNED: Screen = { width: 844, height: 390 };
const SCREENS = [
  SMALL,
  PHONE,
  TURNED,
  { width: 360, height: 640 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

/** Every how many steps one is looked at, besides the last. */
const EVERY = 6;

/** Ways in which a reader doubles the text: each is in effect again after a reload. The default run has one screen of each. */
const DOUBLED = [
  {
    by: "the browser's own font size",
    screens: SCREENS,
    chosen: SMALL,
    double: async (page: Page): Promise<void> => {
      const session = await page.context().newCDPSession(page);
      await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
    },
  },
  {
    // WeChat does this to a page on an iPhone.
    by: "text-size-adjust",
    screens: [SMALL, PHONE, TURNED],
    chosen: TURNED,
    double: async (page: Page): Promise<void> => {
      await page.addInitScript(() =>
        document.addEventListener("DOMContentLoaded", () =>
          document.body.style.setProperty("-webkit-text-size-adjust", "200%"),
        ),
      );
    },
  },
] as const;

/** The spacing that WCAG 1.4.12 lets a reader ask for. */
const SPACING = `* { letter-spacing: .12em !important; line-height: 1.5 !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }`;

test.describe("with a reader's own spacing of text", () => {
  test.use({ bypassCSP: true });

  test("a card's last line stands above the pager", async ({ page, story }) => {
    await page.setViewportSize(SMALL);
    await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
      storageKeys("story").mode,
      "cards",
    ] as const);
    await story.open("./idea/words/");
    await page.addStyleTag({ content: SPACING });
    for (const id of ["words", "tenses", "two-valves"]) {
      await page.evaluate((step) => location.replace(`#${step}`), id);
      await story.settled();
      await story.jump(1e6);
      await story.settled();
      expect.soft(await lastLineBelowPager(page), id).toBeLessThanOrEqual(1);
    }
  });
});

/** Px by which a card's last line reaches below the upper edge of the pager. */
function lastLineBelowPager(page: Page): Promise<number> {
  return page.evaluate((parts) => {
    const card = document.querySelector(parts.card);
    const last = card?.querySelector(card.matches(parts.cover) ? parts.textFoot : parts.text);
    const pager = document.querySelector(parts.pager)?.getBoundingClientRect();
    return (last?.getBoundingClientRect().bottom ?? 1e6) - (pager?.top ?? 0);
  }, PARTS);
}

/** Ids and numbers of the steps that are looked at. */
async function chosenSteps(story: StoryPage): Promise<readonly (readonly [number, string])[]> {
  const ids = await story.stepIds();
  return [...ids.entries()].filter(([index]) => index % EVERY === 0 || index === ids.length - 1);
}

for (const { by, screens, chosen, double } of DOUBLED)
  for (const screen of screens) {
    const name = `at ${screen.width}×${screen.height} with text doubled by ${by}`;
    const tag = screen === chosen ? [] : "@wide";

    test.describe(name, { tag }, () => {
      test.beforeEach(async ({ page }) => {
        await page.setViewportSize(screen);
        await double(page);
        await page.emulateMedia({ reducedMotion: "reduce" });
      });

      async function open(page: Page, story: StoryPage, mode: ViewMode): Promise<void> {
        await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
          storageKeys("story").mode,
          mode,
        ] as const);
        await story.open();
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        await story.settled();
      }

      test("the scrolled story is whole and nothing lies on anything", async ({ page, story }) => {
        await open(page, story, "scroll");
        const size = await page
          .locator(`${PARTS.text} p`)
          .first()
          .evaluate((node) => getComputedStyle(node).fontSize);
        expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(27);
        for (const [index, id] of await chosenSteps(story)) {
          await (index === 0 ? story.settled() : story.goTo(index, 0.95));
          expect.soft(await layoutFaults(page), id).toEqual([]);
        }
        await story.unfoldAppendix();
        await page.locator("#facts").evaluate((node) => node.scrollIntoView({ behavior: "instant" }));
        expect.soft(await layoutFaults(page), "the appendix").toEqual([]);
      });

      test("cards are whole, to their last line, and nothing lies on anything", async ({ page, story }) => {
        await open(page, story, "cards");
        for (const [, id] of await chosenSteps(story)) {
          await page.evaluate((step) => location.replace(`#${step}`), id);
          await story.settled();
          expect.soft(await layoutFaults(page), id).toEqual([]);
          await story.jump(1e6);
          await story.settled();
          expect.soft(await lastLineBelowPager(page), `the last line of ${id}`).toBeLessThanOrEqual(1);
        }
      });

      test("the article is whole and nothing lies on anything", async ({ page, story }) => {
        await open(page, story, "article");
        expect.soft(await layoutFaults(page)).toEqual([]);
        const boxes = await page.$$eval(`${PARTS.step} figure img`, (nodes) =>
          nodes.map((node) => node.getBoundingClientRect()).map(({ width, left }) => ({ width, left })),
        );
        expect(boxes.length).toBeGreaterThan(20);
        expect(boxes.filter(({ width, left }) => width < 240 || left < 0)).toEqual([]);
        await story.modeButton.click();
        expect.soft(await layoutFaults(page), "the menu open").toEqual([]);
      });

      test("a source dialog is whole, scrolls to its last line and closes", async ({ page, story }) => {
        await open(page, story, "scroll");
        for (const opener of [
          story.text("growth").locator(PARTS.factLink).first(),
          story.text("spokes").locator(PARTS.termLink).first(),
        ]) {
          await opener.evaluate((node) => node.scrollIntoView({ block: "end", behavior: "instant" }));
          await story.settled();
          await opener.focus();
          await page.keyboard.press("Enter");
          await expect(story.sourceDialog).toBeVisible();
          await story.finishAnimations();
          expect.soft(await layoutFaults(page, PARTS.sourceDialog)).toEqual([]);
          const laid = await story.sourceDialog.evaluate((dialog, { dialogContent, dialogClose }) => {
            const content = dialog.querySelector(dialogContent);
            content?.scrollTo(0, 1e6);
            const last = content?.lastElementChild?.getBoundingClientRect();
            const close = dialog.querySelector(dialogClose)?.getBoundingClientRect();
            const top = dialog.getBoundingClientRect().top;
            return {
              read: (last?.bottom ?? 1e6) <= (content?.getBoundingClientRect().bottom ?? 0),
              close: close !== undefined && close.bottom <= innerHeight && close.right <= innerWidth,
              top: top >= 0,
              room: (content?.clientHeight ?? 0) / innerHeight,
            };
          }, PARTS);
          expect.soft(laid).toEqual({ read: true, close: true, top: true, room: expect.any(Number) });
          expect.soft(laid.room).toBeGreaterThan(0.3);
          await page.getByRole("button", { name: "收起" }).click();
          await expect(story.sourceDialog).toBeHidden();
        }
      });
    });
  }
