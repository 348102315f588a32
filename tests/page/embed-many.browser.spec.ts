import type { CDPSession, Locator, Page } from "@playwright/test";
import { FRAME_TIMEOUT } from "../../src/core/embed/protocol.ts";
import { embedded } from "./embed-page.ts";
import { HOST_WINDOW } from "./embed-scroll.ts";
import { test } from "./host-sites.ts";
import { PARTS } from "./parts.ts";
import { expect } from "./story-test.ts";

test.use({ viewport: HOST_WINDOW });

/** Counts of a host's page after a collection of garbage. */
async function held(session: CDPSession): Promise<Readonly<Record<string, number>>> {
  await session.send("HeapProfiler.collectGarbage");
  const { documents, nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
  return { documents, nodes, listeners: jsEventListeners };
}

/** Adds four embeds to a host page that has one, waits until all are shown, and removes them again. */
async function addAndRemove(page: Page): Promise<void> {
  await page.evaluate(() => {
    const first = document.querySelector("figure");
    for (const chapter of ["night", "dawn", "", "night"]) {
      const figure = document.createElement("figure");
      Object.assign(figure.dataset, { ...first?.dataset, chapter });
      figure.textContent = "样例港的灯塔";
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

test("five embeds of a page load each file once, and four that are removed leave nothing in it", async ({
  page,
  sites,
}) => {
  const before = sites.story.asked.length;
  await page.goto(`${sites.address}H1-clean`);
  await page.locator("figure").scrollIntoViewIfNeeded();
  await embedded(page);
  const session = await page.context().newCDPSession(page);
  const alone = await held(session);
  for (let round = 0; round < 3; round += 1) await addAndRemove(page);
  await expect.poll(() => page.frames().length).toBe(2);
  // The loader holds a figure until its iframe's time to answer is over.
  await expect.poll(() => held(session), { timeout: 2 * FRAME_TIMEOUT }).toEqual(alone);
  const loaded = (file: string): number => sites.story.asked.slice(before).filter((path) => path.endsWith(file)).length;
  expect([loaded("/loader.js"), loaded("/story.js"), loaded("/stage.js"), loaded(".woff2")]).toEqual([1, 1, 1, 1]);
});

/** Waits until a figure is in the window and shows its story in an element of a name. */
async function shows(figure: Locator, inside: string): Promise<void> {
  await figure.evaluate((element) => element.scrollIntoView());
  await expect(figure.locator(inside)).toHaveCount(1);
  await expect.poll(async () => (await figure.boundingBox())?.height).toBeGreaterThan(2000);
}

for (const [host, inside] of [
  ["H1-clean", "iframe"],
  ["I1-clean", PARTS.element],
] as const)
  test(`${host}: a figure that is moved, or removed and put back, starts anew and is left as it was written`, async ({
    page,
    sites,
  }) => {
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(sites.address + host);
    const figure = page.locator("article > figure, #elsewhere > figure");
    await shows(figure, inside);
    await page.evaluate(() => {
      const elsewhere = Object.assign(document.createElement("section"), { id: "elsewhere" });
      document.querySelector("article")?.append(elsewhere);
      const moved = document.querySelector("article > figure");
      if (moved) elsewhere.append(moved);
    });
    await shows(figure, inside);
    const removed = await figure.evaluateHandle((element) => {
      element.remove();
      return element;
    });
    await expect(page.locator(`${inside}, iframe`)).toHaveCount(0);
    await expect
      .poll(() =>
        removed.evaluate((element) => [
          element.getAttribute("style") ?? "",
          ...[...element.children].map(({ localName }) => localName),
        ]),
      )
      .toEqual(["", "a", "figcaption"]);
    await removed.evaluate((element) => {
      document.querySelector("article")?.prepend(element);
    });
    await shows(figure, inside);
    expect(faults).toEqual([]);
  });
