import type { Page } from "@playwright/test";
import { dayAndNightViolations } from "./axe.ts";
import { press } from "./press.ts";
import { openAtEnd, STEP } from "./share.ts";
import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

function place(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([scrollX, scrollY, history.length]));
}

test("a press at a chapter's end opens the sheet: poster, link, platforms; it moves nothing and gives the focus back", async ({
  page,
  story,
  isMobile,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const control = await openAtEnd(story);
  await expect(control).toHaveText("分享这一章");
  const box = await control.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  const before = await place(page);
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await press(page, control, isMobile);
  const open = story.shareDialog;
  await expect(open).toBeVisible();
  await expect(open).toHaveAccessibleName("分享：点灯 · 样例港的灯塔");
  const poster = open.getByRole("img", { name: /^海报：点灯/ });
  await expect.poll(() => poster.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1080);
  expect(loaded.filter((path) => path.endsWith(".png"))).toEqual(["/posters/night.png"]);
  await expect(open.getByRole("img")).toHaveCount(1);

  const save = open.getByRole("link", { name: "保存海报" });
  expect(await save.getAttribute("download")).toBe("样例港的灯塔-night.png");
  await open.getByRole("button", { name: "复制链接" }).click();
  await expect(open.getByRole("status")).toHaveText("已复制");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}night/?mode=cards`);
  const links = open.getByRole("list", { name: "分享到" }).getByRole("link");
  await expect(links).toHaveText(["微博", "QQ", "QQ空间", "X", "Telegram", "邮件"]);
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
    await expect(link).toHaveAttribute("target", "_blank");
    expect((await link.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
    expect(decodeURIComponent((await link.getAttribute("href")) ?? "")).toContain("/night/");
  }

  await open.getByRole("button", { name: "收起" }).click();
  await expect(open).toHaveCount(0);
  await expect(control).toBeFocused();
  await press(page, control, isMobile);
  await expect(open).toBeVisible();
  await open.evaluate((dialog: HTMLDialogElement) => dialog.requestClose());
  await expect(open).toHaveCount(0);
  await press(page, control, isMobile);
  await expect(open).toBeVisible();
  await (isMobile ? page.touchscreen.tap(4, 4) : page.mouse.click(4, 4));
  await expect(open).toHaveCount(0);
  expect(await place(page)).toBe(before);
});

test("by keyboard, from the progress nav: the step that is read is shared, and Escape goes back", async ({
  page,
  story,
}) => {
  await story.open("./#ships");
  const control = story.shareButton;
  await control.focus();
  const before = await place(page);
  await page.keyboard.press("Enter");
  await expect(story.shareDialog).toHaveAccessibleName("分享：夜里进港80艘 · 样例港的灯塔");
  await expect(story.shareDialog.getByRole("img")).toHaveAttribute("src", /\/posters\/ships\.png$/);
  await page.keyboard.press("Escape");
  await expect(story.shareDialog).toHaveCount(0);
  await expect(control).toBeFocused();
  expect(await place(page)).toBe(before);
});

test("the Tab key comes from a chapter's last words to its control, which then stands free of the picture", async ({
  page,
  story,
}) => {
  await story.open(`./#${STEP}`);
  await story.partOf(STEP, "dataTable").locator("summary").focus();
  await page.keyboard.press("Tab");
  const control = story.partOf(STEP, "chapterShare");
  await expect(control).toBeFocused();
  await story.settled();
  await expect(control).toBeInViewport({ ratio: 1 });
  expect(
    await control.evaluate((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === node;
    }),
  ).toBe(true);
  await page.keyboard.press("Enter");
  await expect(story.shareDialog).toBeVisible();
});

test("with a public address that is what is shared, wherever the page was opened, and the poster's code is spoken of", async ({
  page,
  story,
  isMobile,
}) => {
  // As a build with the address writes it.
  const published = "https://example.org/turn/";
  await page.route("**/night/ships/", async (route) => {
    const response = await route.fetch();
    const tag = `<meta property="og:url" content="${published}night/ships/"><meta property="og:type"`;
    const body = (await response.text()).replace(/<meta property="og:url"[^>]*>/, "");
    await route.fulfill({ response, body: body.replace('<meta property="og:type"', tag) });
  });
  await story.open("./night/ships/");
  await story.settled();
  await story.shareButton.click();
  const link = story.shareDialog.getByRole("link", { name: "Telegram" });
  const told = new URL((await link.getAttribute("href")) ?? "").searchParams;
  expect([...told]).toEqual([
    ["url", `${published}night/ships/?mode=cards`],
    ["text", expect.stringMatching(/^夜里进港80艘 · /)],
  ]);
  await expect(story.shareDialog).toContainText(isMobile ? "长按海报" : "扫海报上的码");
  const code = story.shareDialog.getByRole("img", { name: `二维码：${published}night/ships/` });
  await expect(code).toHaveCount(isMobile ? 0 : 1);
});

test("axe finds nothing with the sheet open, by day and by night", async ({ page, story }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await (await openAtEnd(story)).click();
  await expect(story.shareDialog).toBeVisible();
  expect(await dayAndNightViolations(page, { include: [PARTS.shareDialog] })).toEqual([]);
});
