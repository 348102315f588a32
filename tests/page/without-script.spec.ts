import { expect, test } from "@playwright/test";
import { stepIds } from "./reading.ts";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the story reads to its end, each step with its own still picture", async ({ page }) => {
    await page.goto("./");
    expect(await page.evaluate(() => document.documentElement.className)).toBe("");
    await expect(page.locator("h1")).toBeVisible();
    const steps = await page.locator(".chapter .step").all();
    expect(steps.length).toBeGreaterThanOrEqual(29);
    const pictures = new Set<string | null>();
    for (const step of steps) {
      await step.scrollIntoViewIfNeeded();
      await expect(step.locator("h3")).toBeVisible();
      const image = step.locator("img");
      await expect
        .poll(() =>
          image.evaluate((node) => (node instanceof HTMLImageElement && node.complete ? node.naturalWidth : 0)),
        )
        .toBeGreaterThan(0);
      pictures.add(await image.getAttribute("src"));
      const [text, still] = [await step.locator(".words").boundingBox(), await image.boundingBox()];
      expect((still?.y ?? 0) + (still?.height ?? 0)).toBeLessThanOrEqual((text?.y ?? 0) + 1);
    }
    expect(pictures.size).toBe(steps.length);
    await expect(page.locator("#fact-gdp")).toBeVisible();
  });

  test("links from a number to its source and between chapters work", async ({ page }) => {
    await page.goto("./#growth");
    await page.locator('[data-step="growth"] a.fact').first().click();
    expect(page.url()).toMatch(/#fact-/);
    await expect(page.locator(":target")).toBeInViewport();
  });
});

test("when a script cannot be had, the page gives the still pictures instead", async ({ page }) => {
  await page.route("**/assets/index-*.js", (route) => route.abort());
  await page.goto("./#bridge");
  await expect(page.locator("html")).not.toHaveClass(/live/);
  await expect(page.locator('[data-step="bridge"] img')).toBeVisible();
  await expect(page.locator('[data-step="bridge"] h3')).toBeVisible();
});

test("when the tweening library cannot be had, every picture is still there", async ({ page }) => {
  await page.route("**/assets/gsap-*.js", (route) => route.abort());
  await page.goto("./");
  expect((await stepIds(page)).length).toBeGreaterThanOrEqual(30);
  await page.goto("./#growth");
  await expect(page.locator(".stage svg")).toHaveAttribute("data-step", "growth");
  await expect(page.locator(".stage svg")).toHaveAttribute("data-settled", "true");
});

test("the first screen's text and picture are in the page before any script runs", async ({ request }) => {
  const html = await (await request.get("./")).text();
  const script = html.indexOf('type="module"');
  expect(html.indexOf("<h1>")).toBeGreaterThan(0);
  const body = html.slice(html.indexOf("<body"));
  expect(body.match(/(?<=<g id="grains">).*?(?=<\/g>)/s)?.[0].match(/M/g)).toHaveLength(240);
  expect(body.match(/<figcaption>/g)?.length).toBeGreaterThanOrEqual(29);
  expect(script).toBeGreaterThan(0);
  expect(html).not.toMatch(/ style="/);
  expect(html).toMatch(/<html lang="zh-CN"/);
});
