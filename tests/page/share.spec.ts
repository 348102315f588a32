import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { press, settled } from "./reading.ts";

const WECHAT =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49";

function sheet(page: Page): Locator {
  return page.locator("dialog.share");
}

/** Opens the story where a chapter ends, its control on the screen. */
async function atEnd(page: Page, step: string): Promise<Locator> {
  await page.goto(`./#${step}`);
  await settled(page);
  const control = page.locator(`.step[data-step="${step}"] .share a`);
  await control.scrollIntoViewIfNeeded();
  await settled(page);
  return control;
}

function place(page: Page): Promise<string> {
  return page.evaluate(() => JSON.stringify([scrollX, scrollY, history.length]));
}

/** Gives the browser a system's sheet that records what it is asked, and ends as told; without `files` it takes none. */
async function withSystem(page: Page, { outcome, files }: { outcome: string; files: boolean }): Promise<void> {
  await page.addInitScript(
    ([end, takes]) => {
      const asked: unknown[] = [];
      const share = async ({ files: sent = [], ...told }: ShareData): Promise<void> => {
        asked.push({ ...told, files: sent.map(({ name, type, size }) => [name, type, size > 1000]) });
        if (end !== "") throw new DOMException("", end);
      };
      Object.assign(window, { asked });
      Object.assign(navigator, { share, canShare: ({ files: sent = [] }: ShareData) => takes || sent.length === 0 });
    },
    [outcome, files] as const,
  );
}

function asked(page: Page): Promise<unknown> {
  return page.evaluate(() => Reflect.get(window, "asked"));
}

test("a press at a chapter's end opens the sheet: poster, link, platforms; it moves nothing and gives the focus back", async ({
  page,
  isMobile,
  context,
  baseURL,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const control = await atEnd(page, "five-things");
  await expect(control).toHaveText("分享这一章");
  const box = await control.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  const before = await place(page);
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await press(page, control, isMobile ?? false);
  const open = sheet(page);
  await expect(open).toBeVisible();
  await expect(open).toHaveAccessibleName(/^分享：重塑新格局，.+ · 安源转身$/);
  const poster = open.getByRole("img", { name: /^海报：重塑新格局/ });
  await expect.poll(() => poster.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1080);
  expect(loaded.filter((path) => path.endsWith(".png"))).toEqual(["/posters/pattern.png"]);
  await expect(open.getByRole("img")).toHaveCount(1);

  const save = open.getByRole("link", { name: "保存海报" });
  expect(await save.getAttribute("download")).toBe("安源转身-pattern.png");
  await open.getByRole("button", { name: "复制链接" }).click();
  await expect(open.getByRole("status")).toHaveText("已复制");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}pattern/`);
  const links = open.getByRole("list", { name: "分享到" }).getByRole("link");
  await expect(links).toHaveText(["微博", "QQ", "QQ空间", "X", "Telegram", "邮件"]);
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
    await expect(link).toHaveAttribute("target", "_blank");
    expect((await link.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
    expect(decodeURIComponent((await link.getAttribute("href")) ?? "")).toContain("/pattern/");
  }

  await open.getByRole("button", { name: "收起" }).click();
  await expect(open).toHaveCount(0);
  await expect(control).toBeFocused();
  await press(page, control, isMobile ?? false);
  await expect(open).toBeVisible();
  await open.evaluate((dialog: HTMLDialogElement) => dialog.requestClose());
  await expect(open).toHaveCount(0);
  await press(page, control, isMobile ?? false);
  await expect(open).toBeVisible();
  await (isMobile ? page.touchscreen.tap(4, 4) : page.mouse.click(4, 4));
  await expect(open).toHaveCount(0);
  expect(await place(page)).toBe(before);
});

test("by keyboard, from the shaft: the step that is read is shared, and Escape goes back", async ({ page }) => {
  await page.goto("./#growth");
  await settled(page);
  const control = page.locator(".shaft .share");
  await control.focus();
  const before = await place(page);
  await page.keyboard.press("Enter");
  await expect(sheet(page)).toHaveAccessibleName("分享：2020年三个预计增速 · 安源转身");
  await expect(sheet(page).getByRole("img")).toHaveAttribute("src", /\/posters\/growth\.png$/);
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toHaveCount(0);
  await expect(control).toBeFocused();
  expect(await place(page)).toBe(before);
});

test("the Tab key comes from a chapter's last words to its control, which then stands free of the picture", async ({
  page,
}) => {
  await page.goto("./#five-things");
  await settled(page);
  await page.locator('.step[data-step="five-things"] .words a').last().focus();
  await page.keyboard.press("Tab");
  const control = page.locator('.step[data-step="five-things"] .share a');
  await expect(control).toBeFocused();
  await settled(page);
  await expect(control).toBeInViewport({ ratio: 1 });
  expect(
    await control.evaluate((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === node;
    }),
  ).toBe(true);
  await page.keyboard.press("Enter");
  await expect(sheet(page)).toBeVisible();
});

test("with a public address that is what is shared, wherever the page was opened, and the poster's code is spoken of", async ({
  page,
  isMobile,
}) => {
  // As a build with the address writes it.
  const published = "https://example.org/turn/";
  await page.route("**/pattern/wings/", async (route) => {
    const response = await route.fetch();
    const tag = `<meta property="og:url" content="${published}pattern/wings/"><meta property="og:type"`;
    const body = (await response.text()).replace(/<meta property="og:url"[^>]*>/, "");
    await route.fulfill({ response, body: body.replace('<meta property="og:type"', tag) });
  });
  await page.goto("./pattern/wings/");
  await settled(page);
  await page.locator(".shaft .share").click();
  const link = sheet(page).getByRole("link", { name: "Telegram" });
  const told = new URL((await link.getAttribute("href")) ?? "").searchParams;
  expect([...told]).toEqual([
    ["url", `${published}pattern/wings/`],
    ["text", expect.stringMatching(/^双轮驱动，两翼齐飞 · /)],
  ]);
  await expect(sheet(page)).toContainText(isMobile === true ? "长按海报" : "扫海报上的码");
  const code = sheet(page).getByRole("img", { name: `二维码：${published}pattern/wings/` });
  await expect(code).toHaveCount(isMobile === true ? 0 : 1);
});

test("the system's own sheet gets title, text, address and the poster", async ({ page }) => {
  await withSystem(page, { outcome: "", files: true });
  await (await atEnd(page, "five-things")).click();
  await expect.poll(() => asked(page)).toHaveLength(1);
  expect(await asked(page)).toEqual([
    {
      title: expect.stringMatching(/^重塑新格局，.+ · 安源转身$/),
      text: expect.stringMatching(/.+/),
      url: expect.stringMatching(/\/pattern\/$/),
      files: [["安源转身-pattern.png", "image/png", true]],
    },
  ]);
  await expect(sheet(page)).toHaveCount(0);
});

for (const { outcome, files, opens } of [
  { outcome: "AbortError", files: false, opens: 0 },
  { outcome: "NotAllowedError", files: false, opens: 1 },
])
  test(`a system's sheet that ends with ${outcome} ${opens === 0 ? "is the end of it" : "makes room for the story's own"}`, async ({
    page,
  }) => {
    await withSystem(page, { outcome, files });
    await (await atEnd(page, "five-things")).click();
    await expect.poll(() => asked(page)).toEqual([expect.objectContaining({ files: [] })]);
    await page.waitForTimeout(200);
    await expect(sheet(page)).toHaveCount(opens);
  });

test("a clipboard that refuses leaves the address in a field, selected, and says so", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", {
      value: { writeText: () => Promise.reject(new DOMException("", "NotAllowedError")) },
    });
  });
  await (await atEnd(page, "five-things")).click();
  await sheet(page).getByRole("button", { name: "复制链接" }).click();
  const field = sheet(page).getByRole("textbox", { name: "链接" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(/\/pattern\/$/);
  expect(await page.evaluate(() => String(getSelection()))).toMatch(/\/pattern\/$/);
  await expect(sheet(page).getByRole("status")).toHaveText(/没能/);
});

test("without its script the control is a plain link to the poster", async ({ page }) => {
  await page.route("**/assets/share-*.js", (route) => route.abort());
  await (await atEnd(page, "five-things")).click();
  await expect(page).toHaveURL(/\/posters\/pattern\.png$/);
});

test("in a frame the sheet opens within it", async ({ page, baseURL }) => {
  await page.route("**/frame.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!DOCTYPE html><title>.</title><iframe src="${baseURL}#five-things" style="width:100%;height:700px"></iframe>`,
    }),
  );
  await page.goto("./frame.html");
  const frame = page.frameLocator("iframe");
  await frame.locator('.step[data-step="five-things"] .share a').click();
  await expect(frame.locator("dialog.share").getByRole("button", { name: "复制链接" })).toBeVisible();
});

test("in cards and in the article the control is at the chapter's end too", async ({ page }) => {
  for (const reading of ["cards", "article"]) {
    await page.goto("./#five-things");
    await settled(page);
    await page.locator(".choice summary").click();
    await page.locator(`.choice input[value="${reading}"]`).check();
    const control = page.locator('.step[data-step="five-things"] .share a');
    await control.scrollIntoViewIfNeeded();
    await control.click();
    await expect(sheet(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(sheet(page)).toHaveCount(0);
    await expect(control).toBeFocused();
  }
});

test("from a figure's slip its card is shared, and closing comes back to the slip", async ({ page }) => {
  await page.goto("./#growth");
  await settled(page);
  const number = page.locator('[data-step="growth"] a[data-fact="revenue"]').first();
  await number.click();
  const slip = page.locator("dialog.slip:not(.share)");
  await slip.getByRole("link", { name: "分享" }).click();
  await expect(sheet(page).getByRole("img")).toHaveAttribute("src", /\/facts\/revenue\.png$/);
  await expect
    .poll(() =>
      sheet(page)
        .getByRole("img")
        .evaluate((image: HTMLImageElement) => image.naturalHeight),
    )
    .toBe(1440);
  await expect(sheet(page).getByRole("link", { name: "保存卡片" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toHaveCount(0);
  await expect(slip.getByRole("link", { name: "分享" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(number).toBeFocused();
  await expect(page.locator("html")).not.toHaveClass(/slipped/);

  await page.locator('[data-step="growth"] a.term').first().click();
  await expect(slip).toBeVisible();
  await expect(slip.getByRole("link", { name: "分享" })).toBeHidden();
});

test("every figure's slip leads to a card that exists", async ({ page, request, baseURL }) => {
  await page.goto("./");
  const cards = await page.$$eval("tr[data-card]", (rows) => rows.map((row) => row.getAttribute("data-card") ?? ""));
  expect(cards.length).toBeGreaterThan(20);
  for (const card of cards) expect((await request.head(`${baseURL}${card}`)).status(), card).toBe(200);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing with the sheet open, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await (await atEnd(page, "five-things")).click();
    await expect(sheet(page)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include("dialog.share").analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`),
    ).toEqual([]);
  });

test.describe("inside WeChat", () => {
  test.use({ userAgent: WECHAT });

  test("the sheet shows the poster and the way through WeChat's own menu, and asks no system", async ({ page }) => {
    await withSystem(page, { outcome: "", files: true });
    await (await atEnd(page, "five-things")).click();
    await expect(sheet(page)).toContainText("点右上角 ··· 发送给朋友，或长按海报保存");
    await expect(sheet(page).getByRole("img")).toBeVisible();
    await expect(sheet(page).getByRole("link")).toHaveCount(0);
    expect(await asked(page)).toEqual([]);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a chapter's end links to its poster", async ({ page, request }) => {
    await page.goto("./");
    const links = await page.locator(".chapter .share a").all();
    expect(links).toHaveLength(4);
    for (const link of links) {
      await expect(link).toBeVisible();
      expect((await request.head((await link.getAttribute("href")) ?? "")).status()).toBe(200);
    }
    await expect(page.locator(".shaft .share")).toBeHidden();
  });
});
