import type { Locator, Page } from "@playwright/test";
import { embedTargets } from "../../src/build/site/embed-targets.ts";
import { type EmbedFormat, formatsOf, snippetHtml, THEME_CHOICES } from "../../src/core/embed/snippet.ts";
import { fixtureStory } from "../fixture-story/compiled.ts";
import { realStory } from "../pictures/real-story.ts";
import { violations } from "./axe.ts";
import { watchFaults } from "./page-faults.ts";
import { NAMES, PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";

const { FIXTURE_SITE = "" } = process.env;
const all = embedTargets(fixtureStory());

/** The page that hands out codes, in an editor's terms. */
class Builder {
  readonly code: Locator;
  readonly status: Locator;
  readonly copy: Locator;
  readonly preview: Locator;

  constructor(readonly page: Page) {
    this.code = page.getByLabel("要粘贴的代码");
    this.status = page.getByRole("status");
    this.copy = page.getByRole("button", { name: "复制代码" });
    this.preview = page.getByLabel("预览，可以滚动");
  }

  async open(): Promise<void> {
    await this.page.goto("./embed/code/");
    await expect(this.copy).toBeVisible();
  }

  async choose(part: string, way: EmbedFormat): Promise<void> {
    await this.page.getByLabel("放哪一部分").selectOption(part);
    await this.radio("way", way).check();
  }

  radio(name: "way" | "theme" | "width", value: string): Locator {
    return this.page.locator(`input[name="${name}"][value="${value}"]`);
  }

  /** Scrolls the preview until its figure is at its top. */
  async reachFigure(): Promise<void> {
    await this.preview.evaluate((view) => {
      view.scrollTop = 300;
    });
  }
}

test.use({ site: "fixture" });

test("the code is that of the chosen part, way and theme, and is copied, or selected where copying fails", async ({
  page,
  context,
}) => {
  const faults = watchFaults(page, FIXTURE_SITE);
  const builder = new Builder(page);
  await builder.open();
  expect(all.map(({ path }) => path)).toEqual(["", "night/", "night/ships/", "dawn/", "dawn/boats/"]);
  for (const extent of all.filter(({ path }) => ["", "night/", "dawn/boats/"].includes(path)))
    for (const way of formatsOf(extent)) {
      await builder.choose(extent.path, way);
      expect(await builder.code.inputValue()).toBe(
        snippetHtml(extent, { home: FIXTURE_SITE, name: NAMES.fixture }, way),
      );
    }
  await builder.choose("", "frame");
  await builder.radio("theme", "night").check();
  await page.getByRole("spinbutton").fill("64");
  await page.getByRole("spinbutton").blur();
  await expect(builder.code).toHaveValue(/data-theme="night" data-top="64"/);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await builder.copy.click();
  await expect(builder.status).toHaveText("已复制");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await builder.code.inputValue());
  await page.evaluate(() =>
    Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }),
  );
  await builder.copy.click();
  await expect(builder.status).toContainText("手动复制");
  await expect(builder.code).toBeFocused();
  // The browser does not know a feature that the code asks for in others.
  expect(faults.filter((fault) => !fault.includes("web-share"))).toEqual([]);
});

test("every code that can be handed out is well-formed XML", async ({ page }) => {
  const choices = THEME_CHOICES.flatMap((theme) => [0, 64].map((top) => ({ theme, top })));
  const codes = [...all, ...embedTargets(realStory())].flatMap((extent) =>
    formatsOf(extent).flatMap((way) =>
      choices.map((choice) => snippetHtml(extent, { home: FIXTURE_SITE, name: NAMES.story }, way, choice)),
    ),
  );
  const faults = await page.evaluate(
    (written) =>
      written.flatMap((code) => {
        const read = new DOMParser().parseFromString(`<div>${code}</div>`, "application/xml");
        const error = read.querySelector("parsererror");
        return error === null ? [] : [`${error.textContent}: ${code}`];
      }),
    codes,
  );
  expect(codes.length).toBeGreaterThan(700);
  expect(faults.slice(0, 3)).toEqual([]);
});

/** Words for those who build the site: files, keys and variables of the project. */
const BUILDERS_WORDS = /site\.yaml|SITE_URL|address|构建/;

test("a reader is told which address the codes use, and nothing of how the site is built", async ({ page }) => {
  await new Builder(page).open();
  await expect(page.getByText("代码里用的是故事现在的地址。")).toBeVisible();
  await expect(page.getByText("公开网址未定")).toHaveCount(0);
  expect(await page.locator("body").innerText()).not.toMatch(BUILDERS_WORDS);
});

test("the preview shows the chosen part in the chosen way and width", async ({ page }) => {
  const builder = new Builder(page);
  await builder.open();
  const frame = builder.preview.locator("iframe");
  for (const [part, way, mode] of [
    ["night/", "frame", "mode=frame"],
    ["night/", "cards", "mode=cards"],
    ["dawn/boats/", "frame", "mode=article"],
  ] as const) {
    await builder.choose(part, way);
    await builder.reachFigure();
    await expect(frame).toHaveAttribute("src", new RegExp(`^${FIXTURE_SITE}embed/${part}\\?${mode}`));
    await expect(frame.contentFrame().getByRole("main")).toBeVisible();
  }
  await builder.choose("night/", "inline");
  await builder.reachFigure();
  await expect(builder.preview.locator(PARTS.element).getByRole("heading").first()).toContainText("点灯");
  await builder.choose("dawn/boats/", "frame");
  await builder.reachFigure();
  for (const [width, shown] of [
    ["320", 318],
    ["720", 718],
    ["", 958],
  ] as const) {
    await builder.radio("width", width).check();
    await expect.poll(async () => Math.round((await frame.boundingBox())?.width ?? 0)).toBe(shown);
  }
  // One picture is as high as what is in it.
  const height = await frame
    .contentFrame()
    .locator("body")
    .evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
  expect(height).toBeGreaterThan(500);
  await expect.poll(() => builder.preview.locator("figure").evaluate((figure) => figure.clientHeight)).toBe(height);
});

test("axe finds nothing by day, by night and at 320 px, and nothing is wider than the window", async ({ page }) => {
  await new Builder(page).open();
  for (const [colorScheme, width] of [
    ["light", 1200],
    ["dark", 320],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.$$eval("details", (details) => details.forEach((one) => one.setAttribute("open", "")));
    expect(await violations(page, { exclude: ["section iframe"] })).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the page offers every whole part's codes to copy by hand", async ({ page }) => {
    await page.goto("./embed/code/");
    const codes = page.locator("pre");
    const whole = all.filter(({ step }) => step === null);
    await expect(codes).toHaveCount(whole.flatMap(formatsOf).length);
    await expect(page.getByLabel("放哪一部分")).toBeHidden();
    await page.locator("summary").first().click();
    await expect(codes.first()).toBeVisible();
    await expect(codes.first()).toContainText('data-mode="frame"');
    await expect(codes.first()).toContainText("公开网址未定");
    const notice = page.locator("noscript p");
    await expect(notice).toBeVisible();
    await expect(notice).toHaveText("脚本没有运行：请把代码里的 https://公开网址未定/ 换成故事现在的地址。");
    await expect(page.getByText("代码里用的是故事现在的地址。")).toBeHidden();
    expect(await page.locator("main").innerText()).not.toMatch(BUILDERS_WORDS);
  });
});

test("the portable article is shown with its styles and copied whole, with full addresses", async ({
  page,
  context,
}) => {
  const faults = watchFaults(page, FIXTURE_SITE);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("./edition/");
  const shown = page.locator("iframe").contentFrame();
  await expect(shown.locator("p").nth(1)).toHaveCSS("font-size", "28px");
  await expect(shown.locator("img").first()).toHaveJSProperty("naturalWidth", 1080);
  await page.getByRole("button", { name: "整篇复制" }).click();
  await expect(page.getByRole("status")).toContainText("已复制");
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType("text/html"))?.text() ?? "";
  });
  expect(copied).toContain(`${FIXTURE_SITE}pictures/cover.png`);
  expect(copied).not.toContain("../");
  const fragment = await (await page.request.get("./edition/fragment.html")).text();
  for (const part of ["<p", "<img", "font-size:"])
    expect(copied.split(part).length, `copied ${part}`).toBe(fragment.split(part).length);
  expect(await violations(page, { exclude: ["iframe"] })).toEqual([]);
  expect(faults).toEqual([]);
});
