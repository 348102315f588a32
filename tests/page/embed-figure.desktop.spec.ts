import type { Page } from "@playwright/test";
import { embedTargets } from "../../src/build/site/embed-targets.ts";
import { realStory } from "../pictures/real-story.ts";
import { violations } from "./axe.ts";
import { watchFaults } from "./page-faults.ts";
import { expect, test } from "./story-test.ts";

const { SITE = "", FIXTURE_SITE = "" } = process.env;

/** Every third picture of the real story. */
const single = embedTargets(realStory())
  .filter(({ step }) => step !== null)
  .filter((_, index) => index % 3 === 0);

interface Measured {
  readonly title: string | null;
  readonly alt: string | null;
  /** Height of the content and how much it is too wide, px, by the width of the frame. */
  readonly sizes: readonly (readonly [width: number, height: number, overflow: number])[];
}

/** Loads an embed document of the page's own site in a frame and measures it at some widths. */
function measure(page: Page, path: string, widths: readonly number[]): Promise<Measured> {
  return page.evaluate(
    async ([src, all]) => {
      const frame = document.createElement("iframe");
      frame.style.cssText = "border:0;height:500px;position:fixed;inset:0 auto auto 0";
      const loaded = new Promise((done) => frame.addEventListener("load", done));
      frame.src = src;
      document.body.append(frame);
      await loaded;
      const inside = frame.contentDocument;
      if (inside === null) throw new Error("the frame is of another site");
      await inside.fonts.ready;
      const sizes = all.map((width) => {
        frame.style.width = `${width}px`;
        const height = Math.ceil(inside.body.getBoundingClientRect().height);
        return [width, height, inside.documentElement.scrollWidth - width] as const;
      });
      const [title = null, alt = null] = [
        inside.querySelector("h1")?.textContent,
        inside.querySelector("img")?.getAttribute("alt"),
      ];
      frame.remove();
      return { title, alt, sizes };
    },
    [`/embed/${path}`, widths] as const,
  );
}

test("a picture's document has the height that is kept for it, at every width, and is no wider than its frame", async ({
  page,
}) => {
  // A page of the same site that holds nothing: of its frames everything can be measured.
  await page.route("**/measure.html", (route) => route.fulfill({ contentType: "text/html", body: "<!DOCTYPE html>" }));
  await page.goto("./measure.html");
  const faults = watchFaults(page, SITE);
  expect(single.length).toBeGreaterThan(8);
  for (const { path, heights, title, alt } of single) {
    const measured = await measure(
      page,
      path,
      heights.map(([width]) => width),
    );
    expect(measured.title).toBe(title);
    expect(measured.alt).toBe(alt);
    for (const [index, [width, height, overflow]] of measured.sizes.entries()) {
      // A line more or less, as the browser's own font breaks the notes.
      expect(Math.abs((heights[index]?.[1] ?? 0) - height), `${path} at ${width}`).toBeLessThanOrEqual(24);
      expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
  expect(faults).toEqual([]);
});

test("axe finds nothing in a picture's document by day and by night", async ({ page }) => {
  for (const [place, colorScheme] of [
    ["pattern/old-mine", "light"],
    ["environment/firms", "dark"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`./embed/${place}/`);
    expect(await violations(page), place).toEqual([]);
  }
});

test.describe("without script", () => {
  test.use({ site: "fixture", javaScriptEnabled: false, colorScheme: "dark" });

  test("a picture's document shows its still of the theme, its kind and its links", async ({ page }) => {
    await page.goto("./embed/dawn/boats/");
    await expect(page.locator("figcaption")).toContainText("没有数的图");
    const image = (): Promise<readonly unknown[]> =>
      page
        .locator("img")
        .evaluate((img) => (img instanceof HTMLImageElement ? [img.currentSrc, img.naturalWidth] : []));
    await expect.poll(image).toEqual([`${FIXTURE_SITE}stills/boats-night.svg`, 390]);
    await page.emulateMedia({ colorScheme: "light" });
    await expect.poll(image).toEqual([`${FIXTURE_SITE}stills/boats.svg`, 390]);
    const links = await page.$$eval("a", (all) => all.map(({ href, target }) => [href, target]));
    expect(links).toEqual(
      ["dawn/boats/", "data/facts.csv", "pictures/boats.svg", "pictures/boats.png"].map((file) => [
        FIXTURE_SITE + file,
        "_blank",
      ]),
    );
  });
});

test.describe("in a sandboxed frame", () => {
  test.use({ site: "fixture" });

  test("a picture's document tells its height and its links in the words of AMP, pym and WordPress", async ({
    page,
  }) => {
    await page.route("**/host.html", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<script>said=[];addEventListener("message",function(e){said.push(e.data)})</script>
          <iframe sandbox="allow-scripts" width="390" height="200"
            src="${FIXTURE_SITE}embed/dawn/boats/?theme=night&childId=a-1#?secret=s3cret"></iframe>`,
      }),
    );
    await page.goto("./host.html");
    const said = (): Promise<string> => page.evaluate(() => JSON.stringify(Reflect.get(window, "said")));
    const height = '"(?:height|value)":(\\d{3}),?';
    for (const words of [
      new RegExp(`{"sentinel":"amp","type":"embed-size",${height}}`),
      /"pymxPYMxa-1xPYMxheightxPYMx\d{3}"/,
      new RegExp(`{"message":"height",${height}"secret":"s3cret"}`),
      /"story-embed\/1"/,
    ])
      await expect.poll(said).toMatch(words);
    const shown = page.locator("iframe").contentFrame();
    await expect(shown.locator("img")).toHaveJSProperty("currentSrc", `${FIXTURE_SITE}stills/boats-night.svg`);
    await shown.locator("a").first().click();
    await expect.poll(said).toContain(`{"message":"link","value":"${FIXTURE_SITE}dawn/boats/","secret":"s3cret"}`);
  });

  test("a picture's document answers WordPress's script when it comes late, with a secret of its own", async ({
    page,
  }) => {
    await page.route("**/host.html", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<script>said=[];addEventListener("message",function(e){said.push(e.data)})</script>
          <iframe sandbox="allow-scripts" width="390" height="200" src="${FIXTURE_SITE}embed/dawn/boats/"></iframe>`,
      }),
    );
    await page.goto("./host.html");
    const said = (): Promise<string> => page.evaluate(() => JSON.stringify(Reflect.get(window, "said")));
    await expect.poll(said).toMatch(/"type":"embed-size","height":\d{3}/);
    // As wp-embed.js does it.
    await page.evaluate(() => {
      const frame = document.querySelector("iframe");
      if (frame === null) throw new Error("no frame");
      frame.src += "#?secret=s3cret";
      frame.contentWindow?.postMessage({ message: "ready", secret: "s3cret" }, "*");
    });
    await expect.poll(said).toMatch(/{"message":"height","value":\d{3},"secret":"s3cret"}/);
    await page.locator("iframe").contentFrame().locator("a").first().click();
    await expect.poll(said).toContain(`{"message":"link","value":"${FIXTURE_SITE}dawn/boats/","secret":"s3cret"}`);
  });
});
