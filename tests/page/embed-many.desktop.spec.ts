import { type CDPSession, expect, test } from "@playwright/test";
import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";
import { embedded } from "./embedded.ts";

let sites: TwoSites;
test.beforeAll(async () => {
  sites = await twoSites("pattern");
});
test.afterAll(() => sites.close());

test.use({ viewport: { width: 1000, height: 800 } });

/** What a host's page holds when all that nothing holds is swept away. */
async function held(session: CDPSession): Promise<Readonly<Record<string, number>>> {
  await session.send("HeapProfiler.collectGarbage");
  const { documents, nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return { documents, nodes, listeners: jsEventListeners };
}

test("five embeds of a page load each file once; when four are taken away, all that came with them is gone", async ({
  page,
}) => {
  await page.goto(`${sites.address}H1-clean`);
  await page.locator("figure").scrollIntoViewIfNeeded();
  await embedded(page);
  const session = await page.context().newCDPSession(page);

  async function comeAndGo(): Promise<void> {
    await page.evaluate(() => {
      const first = document.querySelector("figure");
      for (const chapter of ["environment", "idea", "coordinate", "pattern"]) {
        const figure = document.createElement("figure");
        Object.assign(figure.dataset, { anyuan: first?.dataset["anyuan"], chapter });
        figure.textContent = "安源转身";
        first?.parentElement?.append(figure);
      }
    });
    for (const index of [1, 2, 3, 4]) {
      await page
        .locator("figure")
        .nth(index)
        .evaluate((figure) => figure.scrollIntoView());
      await expect(page.locator("iframe").nth(index)).toHaveCSS("visibility", "visible");
    }
    await page.evaluate(() => {
      for (const figure of [...document.querySelectorAll("figure")].slice(1)) figure.remove();
      scrollTo(0, 0);
    });
    await expect(page.locator("iframe")).toHaveCount(1);
  }

  await comeAndGo();
  await expect.poll(() => page.frames().length).toBe(2);
  const before = await held(session);
  await comeAndGo();
  await comeAndGo();
  await expect.poll(() => held(session)).toEqual(before);
  // The first was asked for by the test itself.
  expect(sites.story.asked.filter((path) => path.endsWith("/story.js"))).toHaveLength(2);
  expect(sites.story.asked.filter((path) => path.endsWith(".woff2"))).toHaveLength(1);
});
