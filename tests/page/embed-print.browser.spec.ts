import { amid, into } from "./embed-page.ts";
import { figureStill, frameOffset, HOST_WINDOW } from "./embed-scroll.ts";
import { test } from "./host-sites.ts";
import { expect } from "./story-test.ts";

const START = 900;

test.use({ viewport: HOST_WINDOW });

/** How many sheets a page takes. */
function sheets(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
}

for (const host of ["H1-clean", "H3-overflow-x"])
  test(`${host}: the host page prints the figure's still in place of the frame, which scrolls on afterwards`, async ({
    page,
    sites,
  }) => {
    await page.goto(`${sites.address}H22-no-script`);
    const without = sheets(await page.pdf());
    const frame = await amid(page, sites.address + host, START);
    expect(sheets(await page.pdf())).toBe(without);
    await expect(page.locator("iframe")).toHaveCSS("visibility", "visible");
    expect(await into(page)).toBe(START);
    await page.mouse.move(500, 400);
    // The browser may put a frame it has printed back once to where it was, and the host follows it: what is scrolled after that holds.
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 300);
        await figureStill(page);
        return into(page);
      })
      .toBeGreaterThan(START + 500);
    expect(await frameOffset(frame)).toBe(await into(page));
  });
