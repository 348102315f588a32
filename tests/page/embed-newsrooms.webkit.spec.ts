import { newsrooms } from "../embed/hosts/hosts.ts";
import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";
import { drawnIn, metIn } from "./newsroom.ts";
import { expect, test } from "./webkit.ts";

const CHOSEN = ["I1-", "I3-"];
/** Drawn without a graphics card, ms. */
const PATIENCE = 20_000;

let sites: TwoSites;
test.beforeAll(async () => {
  sites = await twoSites("pattern");
});
test.afterAll(() => sites.close());

test.use({ view: { width: 1000, height: 800 } });

for (const { name, shown, top } of newsrooms("http://127.0.0.1/", "pattern"))
  if (CHOSEN.some((one) => name.startsWith(one)))
    test(`${name}: ${shown}, scrolled by the newsroom's page`, async ({ webkit }) => {
      test.slow();
      await webkit.manage().setTimeouts({ script: 100_000 });
      await webkit.get(sites.address + name);
      await webkit.executeScript("document.querySelector('article > figure').scrollIntoView()");
      await expect.poll(() => webkit.executeScript(`return (${String(drawnIn)})()`), { timeout: PATIENCE }).toBe(true);
      const met: unknown = await webkit.executeAsyncScript(
        `(${String(metIn)})(arguments[0]).then(arguments[1], (error) => arguments[1](String(error)))`,
        top,
      );
      expect(met).toEqual([{ reading: "scroll", steps: 9, missed: [], off: expect.any(Number) }]);
      if (!Array.isArray(met)) throw new TypeError(String(met));
      for (const { off } of met) expect(off, "px off its place").toBeLessThanOrEqual(1);
    });
