import { expect, test } from "./story-test.ts";
import { PARTS, STATES, storageKeys } from "./parts.ts";

test.use({ site: "fixture" });

test("the cover offers scrolling and cards, large enough for a finger, and the menu agrees", async ({
  page,
  story,
}) => {
  await story.open();
  const choice = page.getByRole("group", { name: "用哪种读法" }).getByRole("button");
  await expect(choice).toHaveText(["滚动 图跟着手走", "翻页 一步一屏"]);
  await expect(choice.nth(0)).toHaveAttribute("aria-pressed", "true");
  for (const button of await choice.all()) {
    await expect(button).toBeInViewport({ ratio: 1 });
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await choice.nth(1).click();
  await expect(story.rootElement).toHaveAttribute("data-mode", "cards");
  await expect(choice.nth(1)).toHaveAttribute("aria-pressed", "true");
  await expect(story.pagerCount).toHaveText("1 / 3");
  await story.modeButton.click();
  await expect(story.modeRadio("cards")).toBeChecked();
  await story.modeRadio("scroll").check();
  await expect(choice.nth(0)).toHaveAttribute("aria-pressed", "true");
  await expect(choice.nth(1)).toHaveAttribute("aria-pressed", "false");
});

test("a chapter's head leads to its plain text, and the choice is kept", async ({ page, story }) => {
  await story.open("./#boats");
  await story.settled();
  const link = story.step("boats").getByRole("link", { name: "直接读文章" });
  await link.click();
  await expect(story.rootElement).not.toHaveClass(STATES.enhanced);
  await expect(story.step("boats").getByRole("heading", { level: 2 })).toBeInViewport();
  await expect(link).toBeHidden();
  await expect(page).toHaveURL(/\/dawn\/boats\/$/);
  await page.reload();
  await story.ready();
  await expect(story.rootElement).toHaveAttribute("data-mode", "article");
});

test("the article says a chapter's name once, and describes no picture to those who see it", async ({
  page,
  story,
}) => {
  await story.open();
  await story.chooseMode("article");
  const seen = page.getByText("点灯", { exact: true }).filter({ visible: true });
  await expect(seen).toHaveCount(1);
  for (const caption of await page.locator(PARTS.caption).all()) {
    const box = await caption.boundingBox();
    expect((box?.width ?? 9) * (box?.height ?? 9)).toBeLessThanOrEqual(1);
    await expect(caption).toHaveText(/^画面：/);
  }
});

test("after the story come three ways on, and below them everything else, folded", async ({ page, story }) => {
  await story.open("./#after");
  const ways = story.appendix.getByRole("navigation").getByRole("link");
  await expect(ways).toHaveText(["分享", "查每个数", "从头读"]);
  await expect(ways.first()).toBeInViewport({ ratio: 1 });
  const height = await story.appendix.evaluate((node) => node.getBoundingClientRect().height);
  expect(height).toBeLessThan(page.viewportSize()?.height ?? 0);
  await ways.nth(0).click();
  await expect(story.shareDialog).toHaveAccessibleName(/^分享：样例港的灯塔 · /);
  await page.keyboard.press("Escape");
  await ways.nth(1).click();
  await expect(page).toHaveURL(/\/facts\/$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("每个数字从哪里来");
  await expect(story.target("fact-day-ships")).toBeVisible();
  await page.goBack();
  await story.ready();
  await ways.nth(2).click();
  await expect.poll(() => story.shownStep()).toBe("cover");
});

for (const mode of ["scroll", "cards", "article"] as const)
  test(`an address of a folded part opens it (${mode})`, async ({ page, story }) => {
    await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
      storageKeys("fixture").mode,
      mode,
    ] as const);
    for (const [address, part] of [
      ["./#limits", "limits"],
      ["./#downloads", "downloads"],
    ] as const) {
      await page.goto("about:blank");
      await story.open(address);
      await expect(story.target(part).locator("div").last()).toBeInViewport();
      await expect(story.target(part).getByText(/./).last()).toBeVisible();
    }
  });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the appendix is whole, and a choice that needs a script is not offered", async ({ page, story }) => {
    await page.goto("./");
    for (const part of ["limits", "downloads"]) await expect(story.target(part).getByText(/./).last()).toBeVisible();
    await expect(page.getByRole("button", { name: "翻页", includeHidden: false })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "直接读文章" })).toHaveCount(0);
  });
});
