import type { Page } from "@playwright/test";
import { openAtEnd, STEP } from "./share.ts";
import { PARTS, STATES } from "./parts.ts";
import { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

const WECHAT =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49";

/** Gives the browser a system's sheet that records what it is asked, and ends as told; without `files` it takes none. */
async function withSystem(page: Page, { outcome, files }: { outcome: string; files: boolean }): Promise<void> {
  await page.addInitScript(
    ([end, takes]) => {
      const requests: unknown[] = [];
      const share = async ({ files: sent = [], ...told }: ShareData): Promise<void> => {
        requests.push({ ...told, files: sent.map(({ name, type, size }) => [name, type, size > 1000]) });
        const now: unknown = Reflect.get(window, "outcome");
        if (typeof now === "string" && now !== "") throw new DOMException("", now);
      };
      Object.assign(window, { asked: requests, outcome: end });
      Object.assign(navigator, { share, canShare: ({ files: sent = [] }: ShareData) => takes || sent.length === 0 });
    },
    [outcome, files] as const,
  );
}

function asked(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, "asked"));
}

test("the system's own sheet gets title, text, address and the poster", async ({ page, story }) => {
  await withSystem(page, { outcome: "", files: true });
  await (await openAtEnd(story)).click();
  await expect.poll(() => asked(page)).toHaveLength(1);
  expect(await asked(page)).toEqual([
    {
      title: "点灯 · 样例港的灯塔",
      text: expect.stringMatching(/.+/),
      url: expect.stringMatching(/\/night\/\?mode=cards$/),
      files: [["样例港的灯塔-night.png", "image/png", true]],
    },
  ]);
  await expect(story.shareDialog).toHaveCount(0);
});

test("a chapter's first step is shared with its own words, without the links and titles above them", async ({
  page,
  story,
}) => {
  await withSystem(page, { outcome: "", files: true });
  await story.open("./#ships");
  await story.settled();
  await story.shareButton.click();
  await expect.poll(() => asked(page)).toHaveLength(1);
  expect(await asked(page)).toMatchObject([
    { title: "夜里进港80艘 · 样例港的灯塔", text: expect.stringMatching(/^据守塔人说，/) },
  ]);
});

test("a system's sheet that the reader closes is the end of it, and one that fails makes room for the story's own", async ({
  page,
  story,
}) => {
  await withSystem(page, { outcome: "AbortError", files: false });
  const control = await openAtEnd(story);
  await control.click();
  await expect.poll(() => asked(page)).toEqual([expect.objectContaining({ files: [] })]);
  await page.evaluate(() => Object.assign(window, { outcome: "NotAllowedError" }));
  // A dialog that the first press had opened would be in the way of the second.
  await control.click();
  await expect.poll(() => asked(page)).toHaveLength(2);
  await expect(story.shareDialog).toHaveCount(1);
});

test("a clipboard that refuses leaves the address in a field, selected, and says so", async ({ page, story }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: () => Promise.reject(new DOMException("", "NotAllowedError")) },
    });
  });
  await (await openAtEnd(story)).click();
  await story.shareDialog.getByRole("button", { name: "复制链接" }).click();
  const field = story.shareDialog.getByRole("textbox", { name: "链接" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/\/night\/\?mode=cards$/);
  expect(await page.evaluate(() => String(getSelection()))).toMatch(/\/night\/\?mode=cards$/);
  await expect(story.shareDialog.getByRole("status")).toHaveText(/没能/);
});

test("without its script the control is a plain link to the poster", async ({ page, story }) => {
  await page.route("**/assets/share-*.js", (route) => route.abort());
  await (await openAtEnd(story)).click();
  await expect(page).toHaveURL(/\/posters\/night\.png$/);
});

test("in a frame the sheet opens within it", async ({ page, baseURL }) => {
  await page.route("**/frame.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!DOCTYPE html><title>.</title><iframe src="${baseURL}#${STEP}" style="width:100%;height:700px"></iframe>`,
    }),
  );
  await page.goto("./frame.html");
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error("no iframe");
  const story = new StoryPage(frame);
  await story.ready();
  await story.partOf(STEP, "chapterShare").click();
  await expect(story.shareDialog.getByRole("button", { name: "复制链接" })).toBeVisible();
});

test("in cards and in the article the control is at the chapter's end too", async ({ page, story }) => {
  for (const mode of ["cards", "article"] as const) {
    await story.open(`./#${STEP}`);
    await story.settled();
    await story.chooseMode(mode);
    const control = story.partOf(STEP, "chapterShare");
    await control.scrollIntoViewIfNeeded();
    await control.click();
    await expect(story.shareDialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(story.shareDialog).toHaveCount(0);
    await expect(control).toBeFocused();
  }
});

test("from a fact's dialog its card is shared, and closing comes back to the dialog", async ({ page, story }) => {
  await story.open("./#ships");
  const number = story.text("ships").locator('[data-fact="night-ships"]').first();
  await number.click();
  const dialog = story.sourceDialog;
  await dialog.getByRole("link", { name: "分享" }).click();
  await expect(story.shareDialog.getByRole("img")).toHaveAttribute("src", /\/facts\/night-ships\.png$/);
  await expect
    .poll(() => story.shareDialog.getByRole("img").evaluate((image: HTMLImageElement) => image.naturalHeight))
    .toBe(1440);
  await expect(story.shareDialog.getByRole("link", { name: "保存卡片" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(story.shareDialog).toHaveCount(0);
  await expect(dialog.getByRole("link", { name: "分享" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(number).toBeFocused();
  await expect(story.rootElement).not.toHaveClass(STATES.dialogOpen);

  await story.text("ships").locator(PARTS.termLink).first().click();
  await expect(dialog).toBeVisible();
  await expect(dialog.getByRole("link", { name: "分享" })).toBeHidden();
});

test.describe("on the real story", () => {
  test.use({ site: "story" });

  test("every fact's dialog leads to a card that exists", async ({ page, request, baseURL }) => {
    await page.goto("./facts/");
    const cards = await page.$$eval("tr[data-card]", (rows) => rows.map(({ id }) => id.replace("fact-", "facts/")));
    expect(cards.length).toBeGreaterThan(20);
    const answers = await Promise.all(cards.map((card) => request.head(`${baseURL}${card}.png`)));
    expect(answers.filter((answer) => answer.status() !== 200).map((answer) => answer.url())).toEqual([]);
  });
});

test.describe("inside WeChat", () => {
  test.use({ userAgent: WECHAT });

  test("the sheet shows the poster and the way through WeChat's own menu, and asks no system", async ({
    page,
    story,
  }) => {
    await withSystem(page, { outcome: "", files: true });
    await (await openAtEnd(story)).click();
    await expect(story.shareDialog).toContainText("点右上角 ··· 发送给朋友，或长按海报保存");
    await expect(story.shareDialog.getByRole("img")).toBeVisible();
    await expect(story.shareDialog.getByRole("link")).toHaveCount(0);
    expect(await asked(page)).toEqual([]);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a chapter's end links to its poster", async ({ page, story, request }) => {
    await page.goto("./");
    const links = await page.locator(`${PARTS.chapter} ${PARTS.chapterShare}`).all();
    expect(links).toHaveLength(2);
    for (const link of links) {
      await expect(link).toBeVisible();
      expect((await request.head((await link.getAttribute("href")) ?? "")).status()).toBe(200);
    }
    await expect(story.shareButton).toBeHidden();
  });
});
