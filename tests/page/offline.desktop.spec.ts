import type { Page } from "@playwright/test";
import { offlineDigests } from "../../src/build/vite/offline-digests.ts";
import { type Files, serve } from "../site.ts";
import { fixtureFiles } from "./public-fixture.ts";
import { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

test.use({ serviceWorkers: "allow" });

const STORE = "harbour.story.1";

/** Files of a visit: without downloads and posters, so that a copy is made quickly. */
async function visitFiles(): Promise<Files> {
  const files = await fixtureFiles("unaddressed");
  return new Map([...files].filter(([path]) => !/^\/(?:pictures|posters|cards)\//.test(path)));
}

/** The same story published again: another title, other scripts. */
function nextVersion(files: Files): Files {
  const rename = (text: string): string => text.replaceAll(/([\w-]+-[\w-]{8})\.js/g, "$1x.js");
  const change = (path: string, bytes: Uint8Array): Uint8Array => {
    if (!/\.(?:js|html)$|\/$/.test(path)) return bytes;
    const text = rename(new TextDecoder().decode(bytes));
    return new TextEncoder().encode(text.replace("<title>", "<title>二版 "));
  };
  const next = new Map([...files].map(([path, bytes]) => [rename(path), change(path, bytes)]));
  return next.set("/offline.json", encode(JSON.stringify(offlineDigests(relative(next)))));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function relative(files: Files): Files {
  return new Map([...files].map(([path, bytes]) => [path.slice(1), bytes]));
}

/** Waits until the device has kept the story and the worker answers for it. Resolves with the paths of the kept files, sorted. */
async function keptFiles(page: Page): Promise<readonly string[]> {
  await page.evaluate(async () => navigator.serviceWorker.ready);
  let names: readonly string[] = [];
  await expect
    .poll(async () => {
      names = await page.evaluate(
        async (store) => (await (await caches.open(store)).keys()).map(({ url }) => new URL(url).pathname),
        STORE,
      );
      return [names.filter((name) => name.includes("after-paint-")).length, names.includes("/")];
    })
    .toEqual([1, true]);
  return [...names].sort();
}

test("a story that has loaded reads on to its end without a network", async ({ story }) => {
  const served = await serve(await visitFiles());
  await story.open(served.address);
  await served.close();
  for (const id of ["ships", "boats"]) {
    await story.goTo(id, 0.9);
    expect(await story.shownStep()).toBe(id);
    await expect(story.picture.locator("text").first()).toBeAttached();
  }
});

// A page keeps its files some seconds after the first scroll, in real time: a clock of the test's own would hide the files it has used.
test("a second visit without a network opens the story, and a step's own address leads to the step", async ({
  page,
  story,
  context,
}) => {
  const served = await serve(await visitFiles());
  await story.open(served.address);
  await story.goTo("ships", 0.3);
  await keptFiles(page);
  await page.close();
  await served.close();

  const next = await context.newPage();
  const nextStory = new StoryPage(next);
  const faults: string[] = [];
  next.on("pageerror", ({ message }) => faults.push(message));
  await nextStory.open(served.address);
  await expect(next.getByRole("heading", { level: 1 })).toBeVisible();
  await nextStory.goTo("boats", 0.9);
  expect(await nextStory.shownStep()).toBe("boats");
  await nextStory.text("boats").locator('[data-fact="boats"]').first().click();
  await expect(nextStory.sourceDialog).toContainText("渔船、驳船和货船都回来了");
  await next.goto(`${served.address}facts/#fact-boats`);
  await expect(next.locator(":target")).toBeInViewport();
  await expect(next.locator("body")).toHaveCSS("margin", "0px");
  // The story writes the step's own address into the bar as soon as it rests.
  const led = next.waitForURL(`${served.address}#ships`, { waitUntil: "commit" });
  await next.goto(`${served.address}night/ships/?from=timeline`);
  await led;
  await nextStory.settled();
  expect(await nextStory.shownStep()).toBe("ships");
  expect(faults).toEqual([]);
});

test("a new version never mixes with the one that is read, and is there at the next load", async ({ page, story }) => {
  const first = await visitFiles();
  const served = await serve(first);
  await story.open(served.address);
  await story.goTo("ships", 0.3);
  const before = await keptFiles(page);

  served.publish(nextVersion(first));
  await story.goTo("boats", 0.9);
  expect(await story.shownStep()).toBe("boats");

  // A reader waits 5 s for the network, which a server on a busy machine may need.
  await expect(async () => {
    await page.reload();
    await expect(page).toHaveTitle(/^二版 /);
  }).toPass();
  await story.settled();
  expect(await story.shownStep()).toBe("boats");
  await story.goTo("ships", 0.3);
  await expect
    .poll(async () => (await keptFiles(page)).some((name) => before.includes(name) && name.endsWith(".js")))
    .toBe(false);
  await served.close();
});

test("a start page published after a step's page was opened is not kept beside the scripts of that page", async ({
  page,
  story,
  context,
}) => {
  const first = await visitFiles();
  const served = await serve(first);
  await story.open(served.address);
  await story.goTo("ships", 0.3);
  const before = await keptFiles(page);

  await story.open(`${served.address}night/ships/`);
  const next = nextVersion(first);
  served.publish(next);
  const answered = page.waitForResponse(served.address);
  await story.goTo("boats", 0.3);
  expect(await (await answered).text()).toContain("<title>二版 ");
  // Had the page kept it, it would have asked for the other scripts before this answer.
  await page.evaluate(async (address) => (await fetch(address, { cache: "no-cache" })).text(), served.address);
  expect(served.asked.filter((path) => next.has(path) && !first.has(path))).toEqual([]);
  expect(await keptFiles(page)).toEqual(before);
  await page.close();
  await served.close();

  const later = await context.newPage();
  const laterStory = new StoryPage(later);
  await laterStory.open(served.address);
  expect(await later.title()).not.toMatch(/^二版 /);
  await laterStory.goTo("boats", 0.9);
  expect(await laterStory.shownStep()).toBe("boats");
});

test("a file that comes broken is not kept, and the next visit to a sound server keeps all", async ({
  page,
  story,
}) => {
  const sound = await visitFiles();
  const broken = new Map(
    [...sound].map(([path, bytes]) => [path, /share-[\w-]+\.js$/.test(path) ? encode("") : bytes]),
  );
  const served = await serve(broken);
  await story.open(served.address);
  const again = page.waitForRequest((request) => /share-[\w-]+\.js$/.test(request.url()));
  await story.goTo("ships", 0.3);
  await again;
  served.publish(sound);
  await page.reload();
  await story.goTo("boats", 0.3);
  const kept = await keptFiles(page);
  const share = kept.find((path) => path.includes("share-")) ?? "";
  const bytes = await page.evaluate(async (path) => {
    const found = await caches.match(path);
    return found === undefined ? 0 : (await found.arrayBuffer()).byteLength;
  }, share);
  expect(bytes).toBe(sound.get(share)?.byteLength);
  await served.close();
});

test("a visit in cards is kept, without a scroll, and reads on without a network", async ({ page, story, context }) => {
  const served = await serve(await visitFiles());
  await story.open(`${served.address}?mode=cards`);
  await story.nextCard.click();
  await keptFiles(page);
  await page.close();
  await served.close();
  const next = new StoryPage(await context.newPage());
  await next.open(served.address);
  await next.chooseMode("cards");
  await next.nextCard.click();
  await next.settled();
  expect(await next.shownStep()).toBe("ships");
});

test("a reader who turns to the article has every still without a network", async ({ page, story, context }) => {
  const served = await serve(await visitFiles());
  await story.open(served.address);
  await story.goTo("ships", 0.3);
  await story.chooseMode("article");
  await expect.poll(async () => (await keptFiles(page)).filter((path) => path.startsWith("/stills/")).length).toBe(2);
  await page.close();
  await served.close();
  for (const colorScheme of ["light", "dark"] as const) {
    const window = await context.newPage();
    await window.emulateMedia({ colorScheme });
    const next = new StoryPage(window);
    await next.open(served.address);
    for (const id of ["ships", "boats"]) {
      await next.partOf(id, "still").scrollIntoViewIfNeeded();
      await next.stillLoaded(id);
    }
  }
});

test("without a network a page that was never kept does not become the story", async ({ page, story }) => {
  const served = await serve(await visitFiles());
  await story.open(served.address);
  await story.goTo("ships", 0.3);
  await keptFiles(page);
  await served.close();
  await page.goto(`${served.address}night/`);
  await expect(page).toHaveURL(`${served.address}#night`);
  for (const path of ["embed/code/", "night/no-such-step/", "a/b/ships/"])
    await expect(page.goto(served.address + path)).rejects.toThrow("ERR_FAILED");
});

test("a server that fails is no reason to hide a page that is kept", async ({ page, story, context }) => {
  const served = await serve(await visitFiles());
  await story.open(served.address);
  await story.goTo("ships", 0.3);
  await keptFiles(page);
  served.fail(503);
  const next = new StoryPage(await context.newPage());
  await next.open(served.address);
  await next.goTo("boats", 0.9);
  expect(await next.shownStep()).toBe("boats");
  await served.close();
});
