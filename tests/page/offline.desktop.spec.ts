import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { builtSite, type Files, serve } from "../site.ts";
import { jump, placeOf, settled, shownStep, stepIds } from "./reading.ts";

test.use({ serviceWorkers: "allow" });

const STORE = "anyuan.story.1";

/** What a visit needs: neither downloads nor posters, so that a copy is made quickly. */
async function site(): Promise<Files> {
  const files = await builtSite(fileURLToPath(new URL("../../dist", import.meta.url)));
  return new Map([...files].filter(([path]) => !/^\/(?:pictures|posters|cards)\//.test(path)));
}

/** The same story published again: another title, other scripts. */
function nextVersion(files: Files): Files {
  const renamed = (text: string): string => text.replaceAll(/(index|mount|gsap-core)-([\w-]{8})\.js/g, "$1-$2x.js");
  const changed = (path: string, bytes: Uint8Array): Uint8Array => {
    if (!/\.(?:js|html)$|\/$/.test(path)) return bytes;
    const text = renamed(new TextDecoder().decode(bytes));
    return new TextEncoder().encode(text.replace("<title>", "<title>二版 "));
  };
  return new Map([...files].map(([path, bytes]) => [renamed(path), changed(path, bytes)]));
}

/** Waits until the device has kept the story, and the worker answers for it; tells the names of the files kept. */
async function keptFiles(page: Page): Promise<readonly string[]> {
  await page.evaluate(async () => navigator.serviceWorker.ready);
  const names = () =>
    page.evaluate(
      async (store) => (await (await caches.open(store)).keys()).map(({ url }) => new URL(url).pathname),
      STORE,
    );
  await expect.poll(async () => (await names()).filter((name) => name.includes("mount-")).length).toBe(1);
  await expect.poll(async () => (await names()).includes("/")).toBe(true);
  return names();
}

test("in a tunnel the story that has loaded reads on to its end", async ({ page }) => {
  const served = await serve(await site());
  await page.goto(served.address);
  await settled(page);
  const ids = await stepIds(page);
  await served.close();
  for (const index of [3, 12, ids.length - 1]) {
    await jump(page, await placeOf(page, index, 0.9));
    await settled(page);
    expect(await shownStep(page)).toBe(ids[index]);
    await expect(page.locator(".stage svg text").first()).toBeAttached();
  }
});

test("a second visit without a network opens the story, and a step's own address leads to the step", async ({
  page,
  context,
}) => {
  const served = await serve(await site());
  await page.goto(served.address);
  const ids = await stepIds(page);
  await settled(page);
  await jump(page, await placeOf(page, 2, 0.9));
  await keptFiles(page);
  await page.close();
  await served.close();

  const next = await context.newPage();
  const faults: string[] = [];
  next.on("pageerror", ({ message }) => faults.push(message));
  await next.goto(served.address);
  await expect(next.locator("h1")).toBeVisible();
  await settled(next);
  await jump(next, await placeOf(next, 7, 0.9));
  await settled(next);
  expect(await shownStep(next)).toBe(ids[7]);
  await next.goto(`${served.address}pattern/wings/?from=timeline`);
  await expect(next).toHaveURL(`${served.address}#wings`);
  await settled(next);
  expect(await shownStep(next)).toBe("wings");
  expect(faults).toEqual([]);
});

test("a new version never mixes with the one being read, and is there at the next load", async ({ page }) => {
  const first = await site();
  const served = await serve(first);
  await page.goto(served.address);
  const ids = await stepIds(page);
  await settled(page);
  await jump(page, await placeOf(page, 5, 0.9));
  await settled(page);
  const before = await keptFiles(page);

  served.publish(nextVersion(first));
  await jump(page, await placeOf(page, ids.length - 1, 0.9));
  await settled(page);
  expect(await shownStep(page)).toBe(ids.at(-1));

  await page.reload();
  await expect(page).toHaveTitle(/^二版 /);
  await settled(page);
  expect(await shownStep(page)).toBe(ids.at(-1));
  await expect
    .poll(async () => (await keptFiles(page)).some((name) => before.includes(name) && name.endsWith(".js")))
    .toBe(false);
  await served.close();
});

test("a start page published after the reader came by a step's address is not kept beside the scripts of that visit", async ({
  page,
  context,
}) => {
  const first = await site();
  const served = await serve(first);
  await page.goto(served.address);
  await settled(page);
  await jump(page, await placeOf(page, 2, 0.9));
  const before = await keptFiles(page);

  await page.goto(`${served.address}pattern/wings/`);
  await settled(page);
  served.publish(nextVersion(first));
  const asked = page.waitForResponse(served.address);
  await page.evaluate(() => scrollBy({ top: 200, behavior: "instant" }));
  expect(await (await asked).text()).toContain("<title>二版 ");
  await page.waitForTimeout(500);
  expect([...(await keptFiles(page))].sort()).toEqual([...before].sort());
  await page.close();
  await served.close();

  const next = await context.newPage();
  await next.goto(served.address);
  await settled(next);
  expect(await next.title()).not.toMatch(/^二版 /);
  await jump(next, await placeOf(next, 7, 0.9));
  await settled(next);
  expect(await shownStep(next)).toBe((await stepIds(next))[7]);
});
