import { expect, type Page, test } from "@playwright/test";
import { countShifts, drawn, jump, placeOf, settled, shifts, shownStep, stepIds, watchFaults } from "./reading.ts";

/** Path of the address in the browser's bar, relative to the site. */
function path(page: Page): string {
  return new URL(page.url()).pathname;
}

/** Where the reader reads: the heading of a step, or its text. */
async function top(page: Page, step: string, part: string): Promise<number> {
  return (await page.locator(`.step[data-step="${step}"] ${part}`).boundingBox())?.y ?? Number.NaN;
}

/** Holds back the script that brings the page to life; returns how to let it go. */
async function held(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const gate = new Promise<void>((done) => (release = done));
  await page.route("**/assets/mount-*.js", async (route) => {
    await gate;
    await route.continue();
  });
  return () => release();
}

for (const [address, step, theme] of [
  ["pattern/old-mine/", "old-mine", "light"],
  ["environment/", "two-lenses", "dark"],
  ["environment/firms/", "firms", "light"],
  ["coordinate/third-leg/", "third-leg", "dark"],
] as const)
  test(`a cold load of ${address} shows its text and picture before the script, and nothing moves when it comes`, async ({
    page,
    baseURL,
  }) => {
    const faults = watchFaults(page, baseURL ?? "");
    await page.emulateMedia({ colorScheme: theme });
    await countShifts(page);
    const release = await held(page);
    await page.goto(`./${address}?from=singlemessage&isappinstalled=0`);
    const words = page.locator(`.step[data-step="${step}"] .words`);
    await expect(words).toBeInViewport();
    await expect(page.locator(".cover")).toBeHidden();
    await expect(page.locator(".stage svg")).toHaveAttribute("data-step", step);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const early = await page.locator(".stage").screenshot();
    const before = await top(page, step, ".words");
    release();
    await settled(page);
    expect(await shownStep(page)).toBe(step);
    expect(Math.abs((await top(page, step, ".words")) - before)).toBeLessThan(1);
    expect(await shifts(page)).toEqual([]);
    // What stood there before the script was the very picture.
    expect(early.byteLength).toBeGreaterThan(2000);
    await expect.poll(() => page.url()).toBe(new URL(`${address.split("/")[0]}/${step}/`, baseURL).href);
    await jump(page, 0);
    await settled(page);
    expect(await shownStep(page)).toBe("cover");
    await expect(page.locator("h1")).toBeInViewport();
    await expect.poll(() => path(page)).toBe("/");
    expect(faults).toEqual([]);
  });

test("a deep link is the whole story: its steps in order, each picture that of the start page", async ({ page }) => {
  await page.goto("./");
  const ids = await stepIds(page);
  await jump(page, await placeOf(page, 17, 0.8));
  await settled(page);
  const picture = await drawn(page);
  await page.goto("about:blank");
  await page.evaluate(() => undefined);
  await page.goto("./idea/bridge/");
  await settled(page);
  expect(await stepIds(page)).toEqual(ids);
  const chapters = await page.$$eval(".chapter", (all) =>
    all.map((one) => [
      one.id,
      one.querySelectorAll("h2").length,
      one.querySelector(".step")?.querySelector("h2") !== null,
    ]),
  );
  expect(chapters).toEqual([
    ["pattern", 1, true],
    ["environment", 1, true],
    ["idea", 1, true],
    ["coordinate", 1, true],
  ]);
  await jump(page, await placeOf(page, 17, 0.8));
  await settled(page);
  expect(await drawn(page)).toBe(picture);
});

for (const reading of ["cards", "article"] as const)
  test(`a deep link opens at its step in the ${reading} reading, and nothing moves when the script comes`, async ({
    page,
  }) => {
    await page.addInitScript((value) => localStorage.setItem("anyuan.reading.1", value), reading);
    await countShifts(page);
    const release = await held(page);
    await page.goto("./idea/bridge/");
    const part = reading === "cards" ? ".words" : "h3";
    const before = await top(page, "bridge", part);
    await expect(page.locator(`.step[data-step="bridge"] ${part}`)).toBeInViewport();
    release();
    await expect(page.locator(".amid")).toHaveCount(0);
    await settled(page);
    expect(Math.abs((await top(page, "bridge", part)) - before)).toBeLessThan(1);
    expect(await shifts(page)).toEqual([]);
    await expect(page.locator(".chapter#idea .step")).toHaveCount(6);
  });

test("who has scrolled on before the script came is left where they are", async ({ page }) => {
  const release = await held(page);
  await page.goto("./environment/firms/");
  const y = await placeOf(page, 2, 0.6);
  await jump(page, y);
  const next = await page.$$eval(".step", (steps) => steps[2]?.getAttribute("data-step") ?? "");
  const before = await top(page, next, ".words");
  release();
  await settled(page);
  expect(await shownStep(page)).toBe(next);
  expect(Math.abs((await top(page, next, ".words")) - before)).toBeLessThan(2);
});

test("while reading the address and title follow, what was asked is dropped, and the history stays as it was", async ({
  page,
  baseURL,
}) => {
  const faults = watchFaults(page, baseURL ?? "");
  await page.goto("./?from=timeline&isappinstalled=0&unknown=%E5%80%BC");
  await settled(page);
  const [entries, title] = [await page.evaluate(() => history.length), await page.title()];
  const ids = await stepIds(page);
  for (const [id, address] of [
    ["choice", "/pattern/choice/"],
    ["firms", "/environment/firms/"],
    ["closing", "/coordinate/closing/"],
  ] as const) {
    await jump(page, await placeOf(page, ids.indexOf(id), 0.9));
    await settled(page);
    await expect.poll(() => page.url()).toBe(new URL(address.slice(1), baseURL).href);
    const heading = await page.locator(`.step[data-step="${id}"] h3`).textContent();
    await expect(page).toHaveTitle(`${heading} · 安源转身`);
  }
  await jump(page, 1e6);
  await expect.poll(() => page.url()).toBe(new URL("#after", baseURL).href);
  await jump(page, 0);
  await expect.poll(() => page.url()).toBe(new URL("", baseURL).href);
  expect(await page.title()).toBe(title);
  expect(await page.evaluate(() => history.length)).toBe(entries);
  expect(faults).toEqual([]);
});

test("links and pictures are found wherever the address has gone", async ({ page, request }) => {
  await page.goto("./environment/firms/");
  await settled(page);
  await jump(page, 0);
  await expect.poll(() => path(page)).toBe("/");
  await page.locator(".choice summary").click();
  await page.locator(".choice label").nth(2).click();
  await page.locator('.step[data-step="loop"]').scrollIntoViewIfNeeded();
  const still = page.locator('.step[data-step="loop"] img');
  await expect
    .poll(() => still.evaluate((node) => (node instanceof HTMLImageElement && node.complete ? node.naturalWidth : 0)))
    .toBeGreaterThan(0);
  await expect.poll(() => path(page)).toBe("/idea/loop/");
  const links = await page.$$eval("a[href]:not([href^='#']), link[href], img, source", (all) =>
    all
      .flatMap((node) => [node.getAttribute("href"), node.getAttribute("src"), node.getAttribute("srcset")])
      .flatMap((link) => (link === null ? [] : [new URL(link, document.baseURI).href])),
  );
  const own = new Set(
    links.filter((link) => link.startsWith("http://127.0.0.1") || link.startsWith("http://localhost")),
  );
  expect(own.size).toBeGreaterThan(180);
  for (const link of own) expect((await request.head(link)).status(), link).toBe(200);
});

test("an address that names a step wins over the kept place; a reload keeps the reader's own", async ({ page }) => {
  await page.goto("./");
  await settled(page);
  await jump(page, await placeOf(page, 5, 0.7));
  await expect.poll(() => path(page)).toBe("/pattern/industry/");
  await page.goto("./environment/firms/");
  await settled(page);
  expect(await shownStep(page)).toBe("firms");
  await jump(page, await placeOf(page, 20, 0.62));
  await settled(page);
  await expect.poll(() => path(page)).toBe("/idea/narrowing/");
  const [picture, y] = [await drawn(page), await page.evaluate(() => scrollY)];
  await page.reload();
  await settled(page);
  await expect.poll(() => drawn(page)).toBe(picture);
  expect(await page.evaluate(() => scrollY)).toBe(y);
});

test("the way to the beginning opens the cover, though the device remembers another place, and the way back leads back", async ({
  page,
}) => {
  await page.goto("./environment/firms/");
  await settled(page);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("anyuan.place.1"))).toMatch(/^firms /);
  const link = page.locator('.step[data-step="firms"] .beginning a');
  expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(32);
  await link.click();
  await expect.poll(() => shownStep(page)).toBe("cover");
  await expect.poll(() => path(page)).toBe("/");
  await page.goBack();
  await expect.poll(() => shownStep(page)).toBe("firms");
});

test("an address with a place within the page opens there, whether it lies before or behind", async ({ page }) => {
  for (const [address, step] of [
    ["./coordinate/axes/#growth", "growth"],
    ["./pattern/growth/#third-leg", "third-leg"],
    ["./pattern/growth/#wechat_redirect", "growth"],
  ] as const) {
    await page.goto("about:blank");
    await page.goto(address);
    await settled(page);
    expect(await shownStep(page), address).toBe(step);
  }
});

test("where the history is refused, and in a frame, the story reads and the address stays", async ({
  page,
  baseURL,
}) => {
  const faults = watchFaults(page, baseURL ?? "");
  await page.addInitScript(() => {
    History.prototype.replaceState = () => {
      throw new DOMException("refused", "SecurityError");
    };
  });
  await page.goto("./environment/firms/");
  await settled(page);
  await jump(page, await placeOf(page, 20, 0.62));
  await settled(page);
  expect(await shownStep(page)).toBe("narrowing");
  await page.waitForTimeout(800);
  expect(path(page)).toBe("/environment/firms/");
  expect(faults).toEqual([]);
});

test("in a frame the address stays", async ({ page, baseURL }) => {
  await page.route("**/host.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<iframe src="${baseURL}environment/firms/" width=360 height=700>`,
    }),
  );
  await page.goto("./host.html");
  const frame = page.frames()[1];
  if (frame === undefined) throw new Error("no frame");
  await frame.waitForFunction(() => document.querySelector(".stage svg")?.getAttribute("data-settled") === "true");
  await frame.evaluate(() => scrollBy(0, 3000));
  await page.waitForTimeout(900);
  expect(new URL(frame.url()).pathname).toBe("/environment/firms/");
  expect(path(page)).toBe("/host.html");
});

test("the whole story prints from the middle of it", async ({ page }) => {
  await page.goto("./idea/bridge/");
  await settled(page);
  const ids = await stepIds(page);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  for (const id of ids) await expect(page.locator(`.step[data-step="${id}"] .plate`)).toBeVisible();
  await expect(page.locator(".beginning:visible")).toHaveCount(0);
});

test("an address that is none says so and leads into the story from any depth", async ({ page, baseURL }) => {
  for (const address of ["nowhere", "pattern/nowhere/", "a/b/c/d/", "environment/firms/pictures/x.png"]) {
    const answer = await page.goto(`./${address}`);
    expect(answer?.status(), address).toBe(404);
    await expect(page.locator("h1")).toHaveText("没有这一页");
    const links = page.locator("a");
    await expect(links).toHaveCount(5);
    await expect(links.first()).toHaveAttribute("href", "/");
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual([
      "/",
      "/pattern/",
      "/environment/",
      "/idea/",
      "/coordinate/",
    ]);
  }
  await page.locator("a").nth(2).click();
  await expect.poll(() => page.url()).toBe(new URL("environment/two-lenses/", baseURL).href);
});

test("a folder without its slash leads to the address with it", async ({ page, request }) => {
  expect((await request.get("./environment/firms?a=b", { maxRedirects: 0 })).headers()["location"]).toBe(
    "/environment/firms/?a=b",
  );
  await page.goto("./environment/firms");
  await settled(page);
  expect(await shownStep(page)).toBe("firms");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a deep link reads from its step to the end, with its still picture first and a way to the beginning", async ({
    page,
  }) => {
    await page.goto("./idea/bridge/");
    const first = page.locator('.step[data-step="bridge"]');
    await expect(first.locator("h2")).toBeInViewport();
    await expect(first.locator("h3")).toBeInViewport();
    const still = first.locator("img");
    await expect(still).toBeInViewport();
    await expect
      .poll(() => still.evaluate((node) => (node instanceof HTMLImageElement && node.complete ? node.naturalWidth : 0)))
      .toBeGreaterThan(0);
    await expect(page.locator(".stage, .cover, .earlier").filter({ visible: true })).toHaveCount(0);
    await expect(page.locator('.step[data-step="closing"] h3')).toBeVisible();
    const link = page.locator(".story > .beginning a");
    await expect(link).toBeInViewport();
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".step:visible")).toHaveCount(30);
    await page.emulateMedia({ media: "screen" });
    await link.click();
    await expect(page.locator("h1")).toBeInViewport();
    expect(path(page)).toBe("/");
  });
});

test("when a script cannot be had, a deep link gives still pictures from its step on", async ({ page }) => {
  await page.route("**/assets/index-*.js", (route) => route.abort());
  await page.goto("./idea/bridge/");
  await expect(page.locator("html")).not.toHaveClass(/live/);
  await expect(page.locator('[data-step="bridge"] img')).toBeVisible();
  await expect(page.locator('[data-step="bridge"] h3')).toBeInViewport();
  await expect(page.locator(".story > .beginning a")).toBeVisible();
});

test("icons and manifest are there and say the same", async ({ page, request }) => {
  await page.goto("./pattern/growth/");
  const icons = await page.$$eval('link[rel*="icon"]', (links) => links.map((link) => Reflect.get(link, "href")));
  const address = await page.evaluate(
    () => document.querySelector<HTMLLinkElement>('link[rel="manifest"]')?.href ?? "",
  );
  const manifest: unknown = await (await request.get(address)).json();
  expect(manifest).toMatchObject({ name: "安源转身", start_url: "./", scope: "./", lang: "zh-CN" });
  expect(icons).toHaveLength(3);
  for (const icon of [...icons, new URL("icon-192.png", address).href, new URL("icon-512.png", address).href])
    expect((await request.get(String(icon))).status()).toBe(200);
  const ico = await (await request.get(new URL("favicon.ico", address).href)).body();
  expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 3, 0]);
});
