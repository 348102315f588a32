import { expect, test } from "@playwright/test";
import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";
import { amid, into } from "./embedded.ts";
import { atRest } from "./reading.ts";

let sites: TwoSites;
test.beforeAll(async () => {
  sites = await twoSites("pattern");
});
test.afterAll(() => sites.close());

test.use({ viewport: { width: 1000, height: 800 } });

/** How many sheets a page takes. */
function sheets(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
}

for (const host of ["H1-clean", "H3-overflow-x"])
  test(`${host}: on paper the figure's own picture and link stand for the frame, and on the screen it goes on`, async ({
    page,
  }) => {
    await page.goto(`${sites.address}H22-no-script`);
    const without = sheets(await page.pdf());
    const frame = await amid(page, sites.address + host, 3000);
    expect(sheets(await page.pdf())).toBe(without);
    await expect(page.locator("iframe")).toHaveCSS("visibility", "visible");
    expect(await into(page)).toBe(3000);
    await page.mouse.move(500, 400);
    // The browser may put a frame it has printed back once to where it was, and the host follows it: what is scrolled after that holds.
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 300);
        await atRest(page, () => into(page));
        return into(page);
      })
      .toBeGreaterThan(3500);
    expect(await frame.evaluate(() => scrollY)).toBe(await into(page));
  });
