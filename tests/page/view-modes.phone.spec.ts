import { REST_AT } from "../../src/core/model/timing.ts";
import { dayAndNightViolations } from "./axe.ts";
import { PARTS, storageKeys } from "./parts.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

test("a sideways swipe turns the card; a steep and a short one do not", async ({ page, story }) => {
  await story.open("./#ships");
  await story.chooseMode("cards");
  await expect(story.pagerCount).toHaveText("2 / 3");
  const session = await page.context().newCDPSession(page);
  const swipe = async (from: number, to: number, down = 0): Promise<void> => {
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: from, y: 600 }] });
    for (let k = 1; k <= 5; k++)
      await session.send("Input.dispatchTouchEvent", {
        type: "touchMove",
        touchPoints: [{ x: from + ((to - from) * k) / 5, y: 600 + (down * k) / 5 }],
      });
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  await swipe(300, 200);
  await expect(story.pagerCount).toHaveText("3 / 3");
  await swipe(120, 240);
  await expect(story.pagerCount).toHaveText("2 / 3");
  await swipe(200, 220, -200);
  await swipe(200, 180);
  await story.painted();
  expect(await story.pagerCount.textContent()).toBe("2 / 3");
  // The next swipe that counts is the next turn.
  await swipe(300, 200);
  await expect(story.pagerCount).toHaveText("3 / 3");
});

test("text at 200 % scrolls within its card before it turns", async ({ page, story }) => {
  await story.open("./#ships");
  await story.setTextSize(34);
  await story.chooseMode("cards");
  await expect(story.pagerCount).toHaveText("2 / 3");
  const below = (): Promise<number> =>
    page.evaluate(() => document.documentElement.scrollHeight - innerHeight - Math.round(scrollY));
  expect(await below()).toBeGreaterThan(0);
  await page.keyboard.press("PageDown");
  await expect.poll(() => story.scrollOffset()).toBeGreaterThan(0);
  // The key scrolls for a while, and would go on scrolling the next card.
  await story.scrollEnded();
  expect(await story.pagerCount.textContent()).toBe("2 / 3");
  // The room for the pager follows its height, which the browser tells a frame later.
  await expect
    .poll(async () => {
      await story.jump(1e6);
      const [text, pager] = [await story.text("ships").boundingBox(), await story.pager.boundingBox()];
      return (text?.y ?? 0) + (text?.height ?? 1e6) - (pager?.y ?? 0);
    })
    .toBeLessThanOrEqual(1);
  await page.keyboard.press("ArrowDown");
  await expect(story.pagerCount).toHaveText("3 / 3");
  await expect.poll(() => story.scrollOffset()).toBe(0);
});

/** The fixture's addresses in one test, the real story's in three. */
const ADDRESSED = [
  { site: "fixture", tests: 1, wide: false },
  { site: "story", tests: 3, wide: true },
] as const;

for (const { site, tests, wide } of ADDRESSED)
  test.describe(() => {
    test.use({ site });
    for (const mode of ["scroll", "cards", "article"] as const)
      for (let part = 0; part < tests; part++)
        test(
          `every step's address opens at its step in ${mode} mode (${site} ${part + 1}/${tests})`,
          { tag: wide ? "@wide" : [] },
          async ({ page, story }) => {
            await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
              storageKeys(site).mode,
              mode,
            ] as const);
            await story.open();
            const ids = await story.stepIds();
            for (const [index, address] of (await story.stepAddresses()).entries()) {
              const id = ids[index] ?? "";
              if (index % tests !== part) continue;
              // The device's own place would win over the start page's address.
              await page.evaluate((key) => localStorage.removeItem(key), storageKeys(site).position);
              await story.open(address);
              await story.settled();
              await expect(story.rootElement).toHaveAttribute("data-mode", mode);
              await expect(story.partOf(id, index === 0 ? "coverText" : "text"), address).toBeInViewport();
              if (mode !== "article") expect(await story.shownStep()).toBe(id);
            }
          },
        );
  });

test("a view mode chosen before the script has come is the one that opens", async ({ page, story }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await page.route("**/assets/after-paint-*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("./", { waitUntil: "commit" });
  await story.modeButton.click();
  await story.modeRadio("cards").check();
  release();
  await expect(story.rootElement).toHaveAttribute("data-mode", "cards");
  await expect(story.modeOptions).toBeHidden();
  await expect(story.pager).toBeVisible();
});

test("with reduced motion a card's picture is there at once", async ({ page, story }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await story.open("./#ships");
  await story.chooseMode("cards");
  await story.settled();
  await page.keyboard.press("ArrowRight");
  const seen = await story.shownPositions(12);
  expect(new Set(seen).size).toBeLessThanOrEqual(2);
  expect(seen.at(-1)).toBe((2 + REST_AT).toFixed(3));
});

/** The table of facts, which no view mode changes, would take most of the time on the real story. */
const AUDITED = [
  { site: "fixture", exclude: [], wide: false },
  { site: "story", exclude: [PARTS.factTable], wide: true },
] as const;

for (const { site, exclude, wide } of AUDITED)
  test.describe(() => {
    test.use({ site });

    test(
      `axe finds nothing in cards, by day and by night (${site})`,
      { tag: wide ? "@wide" : [] },
      async ({ page, story }) => {
        await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
          storageKeys(site).mode,
          "cards",
        ] as const);
        await story.open();
        for (const [key, card] of [
          ["Home", "the first card"],
          ["ArrowRight", "the second card"],
          ["End", "the last card"],
          ["ArrowRight", "the appendix"],
        ] as const) {
          await page.keyboard.press(key);
          await story.settled();
          await story.numberLinksPlaced();
          await story.finishAnimations();
          expect(await dayAndNightViolations(page, { exclude }), card).toEqual([]);
        }
      },
    );

    test(
      `axe finds nothing in the article and the mode menu, by day and by night (${site})`,
      { tag: wide ? "@wide" : [] },
      async ({ page, story }) => {
        await story.open();
        await story.modeButton.click();
        await story.settled();
        await story.finishAnimations();
        expect(await dayAndNightViolations(page, { exclude }), "the menu").toEqual([]);
        await page.keyboard.press("Escape");
        await story.chooseMode("article");
        await story.settled();
        await story.finishAnimations();
        expect(await dayAndNightViolations(page, { exclude }), "the article").toEqual([]);
      },
    );
  });
