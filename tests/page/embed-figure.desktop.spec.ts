import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { extents } from "../../src/page/extents.ts";
import { realStory } from "../pictures/real-story.ts";
import { watchFaults } from "./reading.ts";

const { SITE = "" } = process.env;

/** Every third picture. */
const single = extents(realStory())
  .filter(({ step }) => step !== null)
  .filter((_, index) => index % 3 === 0);

async function height(page: Page): Promise<number> {
  await page.evaluate(() => document.fonts.ready);
  return page.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
}

test("a picture has a page of the height that is kept for it, no wider than its frame", async ({ page }) => {
  test.slow();
  const faults = watchFaults(page, SITE);
  for (const { path, heights, title, alt } of single) {
    await page.goto(`./embed/${path}`);
    await expect(page.locator("h1")).toHaveText(title);
    await expect(page.locator("img")).toHaveAttribute("alt", alt);
    for (const [width, kept] of heights) {
      await page.setViewportSize({ width, height: 500 });
      const spare = kept - (await height(page));
      // A line more or less, as the browser's own font breaks the notes.
      expect(Math.abs(spare), `${path} at ${width}`).toBeLessThanOrEqual(24);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(width);
    }
  }
  expect(faults).toEqual([]);
});

test("it is complete without script, by day, by night and as it is told", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto(`${SITE}embed/environment/firms/`);
  await expect(page.locator("figcaption")).toContainText("数据图");
  const shown = () =>
    page
      .locator("img")
      .evaluate((image) => (image instanceof HTMLImageElement ? [image.currentSrc, image.naturalWidth] : []));
  expect(await shown()).toEqual([`${SITE}stills/firms-night.svg`, 390]);
  await page.emulateMedia({ colorScheme: "light" });
  await expect.poll(shown).toEqual([`${SITE}stills/firms.svg`, 390]);
  const links = await page.$$eval("a", (all) => all.map(({ href, target }) => [href, target]));
  expect(links).toEqual(
    ["environment/firms/", "data/facts.csv", "pictures/firms.svg", "pictures/firms.png"].map((file) => [
      SITE + file,
      "_blank",
    ]),
  );
  await context.close();
});

test("it is clean by day and by night", async ({ page }) => {
  for (const [place, colorScheme] of [
    ["pattern/old-mine", "light"],
    ["environment/firms", "dark"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`./embed/${place}/`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${place} ${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
});

test("in a frame that may run scripts only it tells its height and its links in the words of AMP, pym and WordPress", async ({
  page,
}) => {
  await page.goto(SITE);
  await page.route("**/host.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<script>said=[];addEventListener("message",function(e){said.push(e.data)})</script>
        <iframe sandbox="allow-scripts" width="390" height="200"
          src="${SITE}embed/environment/firms/?theme=night&childId=a-1#?secret=s3cret"></iframe>`,
    }),
  );
  await page.goto("./host.html");
  const said = () => page.evaluate(() => JSON.stringify(Reflect.get(window, "said")));
  const height = '"(?:height|value)":(\\d{3}),?';
  for (const words of [
    new RegExp(`{"sentinel":"amp","type":"embed-size",${height}}`),
    /"pymxPYMxa-1xPYMxheightxPYMx\d{3}"/,
    new RegExp(`{"message":"height",${height}"secret":"s3cret"}`),
    /"story-embed\/1"/,
  ])
    await expect.poll(said).toMatch(words);
  const shown = page.locator("iframe").contentFrame();
  await expect(shown.locator("img")).toHaveJSProperty("currentSrc", `${SITE}stills/firms-night.svg`);
  await shown.locator("a").first().click();
  await expect.poll(said).toContain(`{"message":"link","value":"${SITE}environment/firms/","secret":"s3cret"}`);
});
