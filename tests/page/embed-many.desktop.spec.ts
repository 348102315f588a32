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

for (const [host, inside] of [
  ["H1-clean", "iframe"],
  ["I1-clean", "anyuan-story"],
] as const)
  test(`${host}: a figure that is moved, or taken out and put back, begins anew and leaves nothing behind`, async ({
    page,
  }) => {
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(sites.address + host);
    const figure = page.locator("article > figure, #elsewhere > figure");
    const comes = async (): Promise<void> => {
      await figure.evaluate((one) => one.scrollIntoView());
      await expect(figure.locator(inside)).toHaveCount(1);
      await expect.poll(async () => (await figure.boundingBox())?.height).toBeGreaterThan(2000);
    };
    await comes();
    await page.evaluate(() => {
      const elsewhere = Object.assign(document.createElement("section"), { id: "elsewhere" });
      document.querySelector("article")?.append(elsewhere);
      const moved = document.querySelector("article > figure");
      if (moved) elsewhere.append(moved);
    });
    await comes();
    const taken = await figure.evaluateHandle((one) => {
      one.remove();
      return one;
    });
    await expect(page.locator(`${inside}, iframe`)).toHaveCount(0);
    // As it was found: what an editor wrote, without a trace.
    await expect
      .poll(() =>
        taken.evaluate((one) => [
          one.getAttribute("style") ?? "",
          ...[...one.children].map(({ localName }) => localName),
        ]),
      )
      .toEqual(["", "a", "figcaption"]);
    await taken.evaluate((one) => {
      document.querySelector("article")?.prepend(one);
    });
    await comes();
    expect(faults).toEqual([]);
  });
