import type { Page } from "@playwright/test";
import { expect, test } from "./element-host.ts";
import { elementEasels, onlyWorker } from "./embed-worker.ts";
import { PARTS } from "./parts.ts";

test.use({ site: "fixture" });

const CANVAS = `${PARTS.stage} canvas`;

/** Puts a second story below the first. */
async function addSecond(page: Page): Promise<void> {
  await page.evaluate((selector) => {
    const second = document.createElement(document.querySelector(selector)?.localName ?? "");
    second.setAttribute("chapter", "dawn");
    document.querySelector("main")?.append(second);
  }, PARTS.element);
}

function easels(page: Page): Promise<readonly (string | undefined)[]> {
  return page.evaluate(elementEasels, PARTS);
}

test("two elements share a worker that runs their own script, and the last of them ends it", async ({
  page,
  openHost,
}) => {
  const asked: string[] = [];
  page.on("requestfinished", (request) => void asked.push(new URL(request.url()).pathname));
  const { story, faults } = await openHost({ story: 'theme="day"' });
  await addSecond(page);
  await expect.poll(() => easels(page)).toEqual(["rest", "rest"]);
  const worker = await onlyWorker(page);
  expect(worker.url()).toMatch(/^blob:/);
  const [first, second] = [story.host.nth(0), story.host.nth(1)];
  // Each has its own picture.
  await second.locator(PARTS.stage).scrollIntoViewIfNeeded();
  await expect(second.locator(PARTS.picture)).toHaveAttribute("data-step", "boats");
  await expect(first.locator(PARTS.picture)).not.toHaveAttribute("data-step", "ships");
  await second.evaluate((element) => element.remove());
  expect(page.workers()).toEqual([worker]);
  // A story that is moved goes on with the same worker.
  await first.evaluate((element) => document.querySelector("main")?.append(element));
  await expect.poll(() => easels(page)).toEqual(["rest"]);
  expect(page.workers()).toEqual([worker]);
  await first.evaluate((element) => element.remove());
  await expect.poll(() => page.workers()).toEqual([]);
  expect(
    asked.filter((path) => /\.(?:js|woff2)$/.test(path)).filter((path) => !/(?:inline|host)\.js$/.test(path)),
  ).toEqual([]);
  expect(faults).toEqual([]);
});

test("an element draws by itself, as it did in a worker, once the reader asks for less motion", async ({
  page,
  openHost,
}) => {
  const { story } = await openHost({ story: 'theme="day"' });
  const fromWorker: string[] = [];
  for (const id of ["ships", "boats"]) fromWorker.push(await story.drawnAt(id));
  await expect.poll(() => easels(page)).toEqual(["rest"]);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect(story.host.locator(CANVAS)).toHaveCount(0);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const fromPage: string[] = [];
  for (const id of ["ships", "boats"]) fromPage.push(await story.drawnAt(id));
  expect(fromPage).toEqual(fromWorker);
  expect(page.workers()).toEqual([]);
});

test("a host's policy that forbids the worker reports it once, and both elements draw by themselves", async ({
  page,
  openHost,
}) => {
  const { story, faults } = await openHost({ policy: "script-src 'self' SITE" });
  await addSecond(page);
  await story.part("stage").first().scrollIntoViewIfNeeded();
  for (const picture of await story.part("picture").all()) await expect(picture).toHaveAttribute("data-position", /\d/);
  await expect(story.host.locator(CANVAS)).toHaveCount(0);
  await expect.poll(() => faults.filter((fault) => /^(?:worker|child|script)-src/.test(fault))).toHaveLength(1);
});

for (const [name, policy, attributes, shown] of [
  ["that names blobs among its workers lets one draw", "script-src 'self' SITE; worker-src blob:", "", "rest"],
  ["that wants no worker reports none", "script-src 'self' SITE", 'worker="none"', undefined],
] as const)
  test(`a host ${name}`, async ({ page, openHost }) => {
    const { story, faults } = await openHost({ policy, story: attributes });
    expect((await story.drawnAt("boats")).length).toBeGreaterThan(0);
    await expect.poll(() => easels(page)).toEqual([shown]);
    expect(faults).toEqual([]);
  });

test("a worker that dies leaves every element to draw by itself", async ({ page, openHost }) => {
  const { story } = await openHost();
  await addSecond(page);
  await expect.poll(() => easels(page)).toEqual(["rest", "rest"]);
  await (
    await onlyWorker(page)
  ).evaluate(() => {
    setTimeout(() => {
      throw new Error("broken");
    });
  });
  await expect(story.host.locator(CANVAS)).toHaveCount(0);
  await expect(story.part("pictureText").filter({ visible: true })).not.toHaveCount(0);
});
