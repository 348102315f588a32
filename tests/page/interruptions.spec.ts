import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { drawn, jump, placeOf, settled, shownStep, stepIds, watchFaults } from "./reading.ts";

const KEY = "anyuan.place.1";

/** Waits until the device has kept the place of a step. */
async function kept(page: Page, step: string): Promise<void> {
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), KEY)).toMatch(new RegExp(`^${step} `));
}

/** A page whose device was last read `minutes` ago at the middle of a step. */
async function leftAgo(page: Page, minutes: number, step: string): Promise<void> {
  await page.addInitScript(
    ([key, text]) => {
      if (sessionStorage.getItem("left") === null) localStorage.setItem(key ?? "", text ?? "");
      sessionStorage.setItem("left", "");
    },
    [KEY, `${step} 0.7 ${Date.now() - minutes * 60_000}`],
  );
}

for (const reading of ["scroll", "cards", "article"] as const)
  test(`a reload, and back and forward, end at the same place in the ${reading} reading`, async ({ page }) => {
    await page.addInitScript((value) => localStorage.setItem("anyuan.reading.1", value), reading);
    await page.goto("./");
    const ids = await stepIds(page);
    if (reading === "cards") {
      await page.locator('.shaft a[data-chapter="environment"]').click();
      await page.keyboard.press("ArrowRight");
    } else await jump(page, await placeOf(page, 13, 0.55));
    await settled(page);
    const where = () =>
      page.evaluate(() => [document.querySelector(".pager b")?.textContent, Math.round(scrollY)].join(" at "));
    const [before, picture] = [await where(), await drawn(page)];
    expect(before).not.toMatch(reading === "cards" ? /^1 / : /at 0$/);
    await page.reload();
    await expect.poll(where).toBe(before);
    await settled(page);
    expect(await drawn(page)).toBe(picture);
    await page.goto("about:blank");
    await page.goBack();
    await expect.poll(where).toBe(before);
    await settled(page);
    expect(await drawn(page)).toBe(picture);
    expect(ids.length).toBeGreaterThan(20);
  });

test("a reload at once after a jump ends where the jump did", async ({ page }) => {
  await page.goto("./");
  const ids = await stepIds(page);
  await jump(page, await placeOf(page, 5, 0.9));
  await expect(page).toHaveURL(new RegExp(`/${ids[5]}/$`));
  await jump(page, await placeOf(page, ids.length - 1, 0.9));
  await page.reload();
  await settled(page);
  expect(await shownStep(page)).toBe(ids.at(-1));
  await expect(page).toHaveURL(new RegExp(`/${ids.at(-1)}/$`));
});

test("a page that a chat took away opens again where it was; its address comes first", async ({ page, context }) => {
  await page.goto("./");
  const ids = await stepIds(page);
  await jump(page, await placeOf(page, 16, 0.62));
  await settled(page);
  await kept(page, ids[16] ?? "");
  const picture = await drawn(page);
  const size = page.viewportSize();
  await page.close();
  const next = await context.newPage();
  if (size !== null) await next.setViewportSize(size);
  await next.goto("./");
  await settled(next);
  await expect.poll(() => drawn(next)).toBe(picture);
  await expect(next.locator(".resumption")).toBeHidden();
  await next.goto("about:blank");
  await next.goto("./#bridge");
  await settled(next);
  expect(await shownStep(next)).toBe("bridge");
});

test("a browser that remembers an older place does not go there while the page still loads", async ({ page }) => {
  await page.goto("./");
  await settled(page);
  const ids = await stepIds(page);
  await jump(page, await placeOf(page, 13, 0.6));
  await settled(page);
  await kept(page, ids[13] ?? "");
  const picture = await drawn(page);
  const slow: (() => Promise<void>)[] = [];
  await page.route("**/*.woff2", (route) => void slow.push(() => route.continue()));
  const memory = (): Promise<string> => page.evaluate(() => history.scrollRestoration);
  await page.reload({ waitUntil: "commit" });
  await settled(page);
  expect(await page.evaluate(() => document.readyState)).toBe("interactive");
  expect(await memory()).toBe("manual");
  await Promise.all(slow.map((comes) => comes()));
  await expect.poll(memory).toBe("auto");
  await expect.poll(() => drawn(page)).toBe(picture);
});

test("after a longer absence the cover offers to read on, and nothing moves by itself", async ({ page }) => {
  await leftAgo(page, 60 * 24, "loop");
  await page.goto("./");
  await settled(page);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  const offer = page.locator(".resumption");
  await expect(offer).toContainText(/上次读到 [壹贰叁肆] · ./);
  for (const button of await offer.getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
  const [box, view] = [await offer.boundingBox(), page.viewportSize()];
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(view?.height ?? 0);
  const title = await page.locator(".deck").boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual((title?.y ?? 0) + (title?.height ?? 0));
  const { violations } = await new AxeBuilder({ page }).exclude(".ledger").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await offer.getByRole("button", { name: "继续阅读" }).click();
  await expect.poll(() => shownStep(page)).toBe("loop");
  await expect(offer).toBeHidden();
});

test("the offer goes when it is declined, or when the reader simply reads on", async ({ page }) => {
  await leftAgo(page, 60, "loop");
  await page.goto("./");
  await page.locator(".resumption").getByRole("button", { name: "从头读" }).click();
  await expect(page.locator(".resumption")).toBeHidden();
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await kept(page, "cover");
  await page.evaluate(() => sessionStorage.clear());
  await page.goto("about:blank");
  await page.goto("./");
  await expect(page.locator(".resumption")).toBeVisible();
  await jump(page, 700);
  await expect(page.locator(".resumption")).toBeHidden();
});

test("where storage is refused the story reads, changes its reading and comes back from a reload all the same", async ({
  page,
  baseURL,
}) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("refused", "SecurityError");
        },
      });
  });
  const faults = watchFaults(page, baseURL ?? "");
  await page.goto("./");
  await jump(page, await placeOf(page, 13, 0.6));
  await settled(page);
  const picture = await drawn(page);
  await page.locator(".choice summary").click();
  await page.locator(".choice label").nth(1).click();
  expect(await page.locator(".pager b").innerText()).toMatch(/^14 /);
  await page.locator(".choice summary").click();
  await page.locator(".choice label").nth(0).click();
  await settled(page);
  expect(await drawn(page)).toBe(picture);
  await page.waitForTimeout(800);
  await page.reload();
  await settled(page);
  await expect.poll(() => drawn(page)).toBe(picture);
  expect(faults).toEqual([]);
});

test("turning the phone keeps step, share and picture, in every reading", async ({ page, context }) => {
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  const turned = { width: size.height, height: size.width };
  const place = (on: Page) =>
    on.evaluate(() => {
      const line = document.querySelector<HTMLElement>(".stage .line")?.offsetTop ?? 0;
      const boxes = [...document.querySelectorAll(".step")].map((step) => step.getBoundingClientRect());
      const step = boxes.filter((box) => box.top <= line).length - 1;
      const box = boxes[step];
      return box === undefined ? -1 : step + (line - box.top) / box.height;
    });
  await page.goto("./");
  for (const [index, progress] of [
    [6, 0.6],
    [18, 0.9],
    [25, 0.3],
  ] as const) {
    await page.setViewportSize(size);
    await settled(page);
    await jump(page, await placeOf(page, index, progress));
    await settled(page);
    await page.setViewportSize(turned);
    await settled(page);
    expect(Math.abs((await place(page)) - index - progress)).toBeLessThan(0.02);
    const fresh = await context.newPage();
    await fresh.setViewportSize(turned);
    await fresh.goto("./#cover");
    await jump(fresh, await page.evaluate(() => scrollY));
    await settled(fresh);
    expect(await drawn(page)).toBe(await drawn(fresh));
    await fresh.close();
    await page.setViewportSize(size);
    await settled(page);
    expect(Math.abs((await place(page)) - index - progress)).toBeLessThan(0.02);
  }
  await page.locator(".choice summary").click();
  await page.locator(".choice label").nth(2).click();
  const there = await place(page);
  await page.setViewportSize(turned);
  await settled(page);
  expect(Math.abs((await place(page)) - there)).toBeLessThan(0.02);
  await page.setViewportSize(size);
  await settled(page);
  expect(Math.abs((await place(page)) - there)).toBeLessThan(0.02);
  await page.locator(".choice summary").click();
  await page.locator(".choice label").nth(1).click();
  const card = await page.locator(".pager b").innerText();
  await page.setViewportSize(turned);
  await settled(page);
  expect(await page.locator(".pager b").innerText()).toBe(card);
});

test("larger text keeps the sentence in the article, and an opened table moves nothing", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("anyuan.reading.1", "article"));
  await page.goto("./");
  await settled(page);
  const ids = await stepIds(page);
  const index = ids.indexOf("growth");
  await jump(page, await placeOf(page, index, 0.9));
  await settled(page);
  await page.evaluate(() => document.documentElement.style.setProperty("--body", "30px"));
  await settled(page);
  const line = await placeOf(page, index, 0.9);
  expect(Math.abs(line - (await page.evaluate(() => scrollY)))).toBeLessThan(12);
  const summary = page.locator('[data-step="growth"] summary');
  await summary.scrollIntoViewIfNeeded();
  await settled(page);
  const before = (await summary.boundingBox())?.y ?? 0;
  await summary.press("Enter");
  await settled(page);
  expect(Math.abs(((await summary.boundingBox())?.y ?? 0) - before)).toBeLessThan(2);
});
