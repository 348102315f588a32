import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { extents } from "../../src/page/extents.ts";
import { snippet, waysOf } from "../../src/publish/snippet.ts";
import { realStory } from "../pictures/real-story.ts";
import { watchFaults } from "./reading.ts";

const { SITE = "" } = process.env;
const all = extents(realStory());

async function choose(page: Page, part: string, way: string): Promise<void> {
  await page.locator("#part").selectOption(part);
  await page.locator(`input[name="way"][value="${way}"]`).check();
}

/** Scrolls the preview until its figure is at its top. */
async function reach(page: Page): Promise<void> {
  await page.locator(".window").evaluate((view) => {
    view.scrollTop = 300;
  });
}

test("the code is that of the chosen part and way, and comes into the clipboard, or is shown selected", async ({
  page,
  context,
}) => {
  const faults = watchFaults(page, SITE);
  await page.goto("./embed/code/");
  const code = page.locator("#code");
  for (const extent of all.filter(({ path }) => ["", "pattern/", "environment/firms/"].includes(path)))
    for (const way of waysOf(extent)) {
      await choose(page, extent.path, way);
      expect(await code.inputValue()).toBe(snippet(extent, SITE, way));
    }
  await choose(page, "", "frame");
  await page.locator('input[name="theme"][value="night"]').check();
  await page.locator("#top").fill("64");
  await page.locator("#top").blur();
  await expect(code).toHaveValue(/data-theme="night" data-top="64"/);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.locator("#copy").click();
  await expect(page.locator('[role="status"]')).toHaveText("已复制");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.inputValue());
  await page.evaluate(() =>
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }),
  );
  await page.locator("#copy").click();
  await expect(page.locator('[role="status"]')).toContainText("手动复制");
  await expect(code).toBeFocused();
  // The browser does not know a feature that the code asks for in others.
  expect(faults.filter((fault) => !fault.includes("web-share"))).toEqual([]);
});

test("the preview is the story itself, at the width that is chosen", async ({ page }) => {
  await page.goto("./embed/code/");
  const frame = page.locator(".window iframe");
  for (const [part, way, mode] of [
    ["pattern/", "frame", "mode=frame"],
    ["pattern/", "steps", "mode=steps"],
    ["environment/firms/", "frame", "mode=stack"],
  ] as const) {
    await choose(page, part, way);
    await reach(page);
    await expect(frame).toHaveAttribute("src", new RegExp(`^${SITE}embed/${part}\\?${mode}`));
    await expect(frame.contentFrame().locator("main")).toBeVisible();
  }
  await choose(page, "pattern/", "inline");
  await reach(page);
  await expect(page.locator(".window anyuan-story")).toContainText("老工矿区");
  await choose(page, "environment/firms/", "frame");
  await reach(page);
  for (const [width, shown] of [
    ["320", 318],
    ["720", 718],
    ["", 958],
  ] as const) {
    await page.locator(`input[name="width"][value="${width}"]`).check();
    await expect.poll(async () => Math.round((await frame.boundingBox())?.width ?? 0)).toBe(shown);
  }
  // One picture is as high as what is in it.
  await expect
    .poll(() => page.locator(".window figure").evaluate((figure) => figure.clientHeight))
    .toBeGreaterThan(700);
});

test("by day, by night and on the narrowest phone the page is clean, and works without script", async ({
  page,
  browser,
}) => {
  await page.goto("./embed/code/");
  for (const [colorScheme, width] of [
    ["light", 1200],
    ["dark", 320],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.$$eval("details", (details) => details.forEach((one) => one.setAttribute("open", "")));
    const { violations } = await new AxeBuilder({ page }).exclude(".window iframe").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${SITE}embed/code/`);
  await expect(plain.locator("#choice")).toBeHidden();
  await plain.locator("summary").first().click();
  await expect(plain.locator("pre").first()).toContainText('data-mode="frame"');
  await expect(plain.locator("pre").first()).toContainText("公开网址未定");
  await context.close();
});

test("the edition is shown with its looks and copied whole, with full addresses", async ({ page, context }) => {
  const faults = watchFaults(page, SITE);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./edition/");
  const shown = page.locator("iframe").contentFrame();
  await expect(shown.locator("p").nth(1)).toHaveCSS("font-size", "28px");
  await expect
    .poll(() =>
      shown
        .locator("img")
        .first()
        .evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth),
    )
    .toBe(1080);
  await page.locator("#copy").click();
  await expect(page.locator('[role="status"]')).toContainText("已复制");
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType("text/html"))?.text() ?? "";
  });
  expect(copied).toContain(`${SITE}pictures/cover.png`);
  expect(copied).not.toContain("../");
  expect(copied.split("font-size:").length).toBeGreaterThan(100);
  const { violations } = await new AxeBuilder({ page }).exclude("iframe").analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(faults).toEqual([]);
});
