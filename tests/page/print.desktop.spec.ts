import { expect, test } from "@playwright/test";
import { drawn, settled, stepIds } from "./reading.ts";

test("printed from anywhere, every step has its picture on paper and its sources at its foot; then the page is as it was", async ({
  page,
}) => {
  test.slow();
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("./#growth");
  await settled(page);
  const before = [await drawn(page), await page.evaluate(() => scrollY)];
  await page.evaluate(() =>
    addEventListener("beforeprint", () => {
      const steps = [...document.querySelectorAll(".step")].map((step) => ({
        grains: [...step.querySelectorAll(".plate > g:nth-of-type(2) path")].flatMap(
          (path) => path.getAttribute("d")?.match(/M/g) ?? [],
        ).length,
        closed: step.querySelectorAll("details:not([open])").length,
        unsourced: [...step.querySelectorAll<HTMLElement>(".words > :not(ol) a[data-n]")].filter(
          (link) => step.querySelector(`.notes [value="${link.dataset["n"]}"]`) === null,
        ).length,
      }));
      Object.assign(window, { steps });
    }),
  );
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const steps = await page.evaluate(() => Reflect.get(window, "steps"));
  const ids = await stepIds(page);
  expect(steps).toEqual(ids.map(() => ({ grains: 240, closed: 0, unsourced: 0 })));
  // A4 in points; the cover, one or two steps a page, and the tables.
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12]/);
  const pages = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
  expect(pages).toBeGreaterThan(ids.length / 2);
  expect(pages).toBeLessThan(ids.length + 12);
  await expect(page.locator(".plate, .notes, .printed, .step details[open]")).toHaveCount(0);
  expect([await drawn(page), await page.evaluate(() => scrollY)]).toEqual(before);
});

test("on paper the text stands beside its picture, dark on white, and the controls are gone", async ({ page }) => {
  await page.goto("./#bridge");
  await settled(page);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.setViewportSize({ width: 658, height: 980 });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  for (const step of await page.locator(".chapters .step").all()) {
    const [plate, words] = [await step.locator(".plate").boundingBox(), await step.locator(".words").boundingBox()];
    expect((plate?.x ?? 1e3) + (plate?.width ?? 0)).toBeLessThanOrEqual(words?.x ?? 0);
    await expect(step.locator("h3")).toBeVisible();
    for (const table of await step.locator("details.data table").all()) await expect(table).toBeVisible();
    await expect(step.locator(".words")).toHaveCSS("color", "rgb(29, 26, 22)");
  }
  for (const control of [".stage", ".shaft", ".handle", ".hint", ".skip", ".choice", ".pager", ".resumption"])
    await expect(page.locator(control)).toBeHidden();
  const marks = await page.$$eval("a[data-n]", (links) =>
    links.map((link) => [
      getComputedStyle(link, "::after").content,
      JSON.stringify(link.getAttribute("data-n")),
      [...document.querySelectorAll(".ledger tbody tr, .after dt")].findIndex(
        (row) => `#${row.id}` === link.getAttribute("href"),
      ) + 1,
    ]),
  );
  expect(marks.length).toBeGreaterThan(60);
  for (const [shown, number, place] of marks) expect([shown, `"${place}"`]).toEqual([number, number]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the printed page has the still pictures on their own grounds, beside the text", async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 658, height: 980 });
    await page.goto("./");
    await expect(page.locator(".stage svg")).toBeVisible();
    for (const step of await page.locator(".chapters .step").all()) {
      const [still, words] = [await step.locator("img").boundingBox(), await step.locator(".words").boundingBox()];
      expect((still?.x ?? 1e3) + (still?.width ?? 0)).toBeLessThanOrEqual(words?.x ?? 0);
      await expect(step.locator("img")).toHaveCSS("print-color-adjust", "exact");
      await expect(step.locator(".words")).toHaveCSS("color", "rgb(29, 26, 22)");
    }
  });
});
