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
  await expect(links).toHaveText(["微博", "QQ", "QQ空间", "X"]);
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

test("the platforms stand in the order of the story's readers, and 微信 takes the link", async ({
  page,
  story,
  isMobile,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const control = await openAtEnd(story);
  await page.evaluate(() => {
    document.documentElement.dataset["films"] = "night";
  });
  await press(page, control, isMobile);
  const items = story.shareDialog.getByRole("list", { name: "分享到" }).getByRole("listitem");
  await expect(items).toHaveText(["微信", "微博", "小红书", "视频号", "QQ", "QQ空间", "X"]);
  await story.shareDialog.getByRole("button", { name: "微信" }).click();
  await expect(story.shareDialog.getByRole("status")).toHaveText("链接已复制，到微信里粘贴给朋友或发朋友圈");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}night/?mode=cards`);
});

test("小红书 shows the pages of the chapter's carousel to save, all of which exist", async ({
  page,
  story,
  isMobile,
  request,
}) => {
  await press(page, await openAtEnd(story), isMobile);
  const button = story.shareDialog.getByRole("button", { name: "小红书" });
  const pages = story.shareDialog.getByRole("link", { name: /^第\d+页$/ });
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await expect(pages).toHaveCount(0);
  await button.click();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  const links = await pages.all();
  expect(links.length).toBeGreaterThan(2);
  for (const [index, link] of links.entries()) {
    const number = String(index + 1).padStart(2, "0");
    expect(await link.getAttribute("download")).toBe(`样例港的灯塔-night-${number}.png`);
    const address = new URL((await link.getAttribute("href")) ?? "", page.url());
    expect(address.pathname).toBe(`/carousels/night-${number}.png`);
    expect((await request.head(address.href)).status()).toBe(200);
    expect((await link.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
  }
});

test("by keyboard 更多 opens the other platforms, and Mastodon goes to the reader's own server", async ({
  page,
  story,
}) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).hostname));
  await story.open("./#ships");
  await story.shareButton.focus();
  await page.keyboard.press("Enter");
  const more = story.shareDialog.locator("summary");
  await expect(more).toHaveText("更多");
  const links = story.shareDialog.getByRole("list", { name: "更多" }).getByRole("link");
  await expect(links).toHaveCount(0);
  await story.shareDialog.getByRole("link", { name: "X", exact: true }).focus();
  await page.keyboard.press("Tab");
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(links).toHaveText(["Bluesky", "Mastodon", "Threads", "Telegram", "邮件"]);
  const mastodon = links.filter({ hasText: "Mastodon" });
  await expect(mastodon).toHaveAttribute("href", /^https:\/\/mastodon\.social\/share\?text=/);
  const server = story.shareDialog.getByRole("textbox", { name: "你的 Mastodon 在哪个服务器" });
  await server.fill("a b");
  await expect(server).toHaveAttribute("aria-invalid", "true");
  expect(await story.shareDialog.getByText("Mastodon", { exact: true }).getAttribute("href")).toBeNull();
  await server.fill("@me@news.example.org");
  await expect(mastodon).toHaveAttribute("href", /^https:\/\/news\.example\.org\/share\?text=/);
  await page.keyboard.press("Escape");
  await expect(story.shareDialog).toHaveCount(0);
  await expect(story.shareButton).toBeFocused();
  expect([...new Set(loaded)]).toEqual([new URL(page.url()).hostname]);
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
  await story.shareDialog.locator("summary").click();
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
  await story.shareDialog.getByRole("button", { name: "小红书" }).click();
  await story.shareDialog.locator("summary").click();
  expect(await dayAndNightViolations(page, { include: [PARTS.shareDialog] })).toEqual([]);
});
