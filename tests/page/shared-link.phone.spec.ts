import { storageKeys } from "./parts.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

const { mode, position } = storageKeys("fixture");

test("a shared link opens in cards at its step, also after a reload; the reader's own choice wins", async ({
  page,
  story,
}) => {
  await story.open("./night/ships/?mode=cards");
  await expect(story.rootElement).toHaveAttribute("data-mode", "cards");
  await expect(story.pagerCount).toHaveText("2 / 3");
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/\/dawn\/boats\/$/);
  await page.reload();
  await story.ready();
  await expect(story.rootElement).toHaveAttribute("data-mode", "cards");
  expect(await page.evaluate((key) => localStorage.getItem(key), mode)).toBeNull();
  await story.chooseMode("scroll");
  await story.open("./night/ships/?mode=cards");
  await expect(story.rootElement).toHaveAttribute("data-mode", "scroll");
});

test("a shared link to the whole story opens its cover as the first card", async ({ story }) => {
  await story.open("./?mode=cards");
  await expect(story.pagerCount).toHaveText("1 / 3");
});

for (const [name, userAgent] of [
  ["WeChat", "Mozilla/5.0 (Linux; Android 14) Chrome/116.0 Mobile Safari/537.36 MMWEBID/1 MicroMessenger/8.0.49"],
  ["QQ", "Mozilla/5.0 (Linux; Android 14) MQQBrowser/6.2 Mobile Safari/537.36 V1_AND_SQ QQ/9.0.56"],
  ["Weibo", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4) Mobile/15E148 Weibo (iPhone14,5__weibo__14.3.0)"],
] as const)
  test.describe(`in ${name}`, () => {
    test.use({ userAgent });

    test("a step's address opens in cards on a first visit, the start page and a later visit scroll", async ({
      page,
      story,
    }) => {
      await story.open("./");
      await expect(story.rootElement).toHaveAttribute("data-mode", "scroll");
      await story.open("./night/ships/");
      await expect(story.rootElement).toHaveAttribute("data-mode", "cards");
      await page.evaluate(
        ([key]) => {
          sessionStorage.clear();
          localStorage.setItem(key, `boats 0.5 ${Date.now()}`);
        },
        [position] as const,
      );
      await story.open("./night/ships/");
      await expect(story.rootElement).toHaveAttribute("data-mode", "scroll");
    });
  });

test.describe("in a browser", () => {
  test.use({ userAgent: "Mozilla/5.0 (Linux; Android 14) MQQBrowser/14.9 Mobile Safari/537.36 QQBrowser/14.9" });

  test("a step's address scrolls", async ({ story }) => {
    await story.open("./night/ships/");
    await expect(story.rootElement).toHaveAttribute("data-mode", "scroll");
  });
});
