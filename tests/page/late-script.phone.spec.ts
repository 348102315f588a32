import type { Page, Route } from "@playwright/test";
import { PARTS, STATES, storageKeys } from "./parts.ts";
import type { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture", clockRate: 1 });

const ENTRY = "**/assets/index-*.js";
const WORKER = "**/assets/stage-main-*.js";
const FALLBACK = "**/assets/svg-fallback-*.js";
const SCRIPT = { contentType: "text/javascript; charset=utf-8" };
const LOGIN = "<!DOCTYPE html><title>登录</title><form><input name=user></form>";

function answering(body: string): (route: Route) => Promise<void> {
  return (route) => route.fulfill({ ...SCRIPT, body });
}

async function halve(route: Route): Promise<void> {
  const body = await (await route.fetch()).text();
  await route.fulfill({ ...SCRIPT, body: body.slice(0, body.length / 2) });
}

/** Holds every answer to an address back until it is let go. */
async function hold(page: Page, address: string): Promise<() => void> {
  let release: () => void = () => undefined;
  const released = new Promise<void>((done) => (release = done));
  await page.route(address, async (route) => {
    await released;
    await route.fallback();
  });
  return release;
}

/** Every step has its own still, beside its own text. */
async function expectStills(story: StoryPage): Promise<void> {
  await expect(story.rootElement).not.toHaveClass(STATES.enhanced);
  for (const id of ["ships", "boats"]) {
    await story.partOf(id, "still").scrollIntoViewIfNeeded();
    await story.stillLoaded(id);
    await expect(story.partOf(id, "still")).toBeVisible();
  }
}

const BROKEN = [
  { fault: "comes empty", answer: answering("") },
  { fault: "comes halved", answer: halve },
  { fault: "is a login page sent as a script", answer: answering(LOGIN) },
];

for (const mode of ["scroll", "cards", "article"])
  for (const { fault, answer } of BROKEN.slice(0, mode === "scroll" ? 3 : 1))
    test(`an entry script that ${fault} leaves the stills and no dead control, in ${mode}`, async ({
      page,
      story,
      site,
    }) => {
      await page.clock.install();
      await page.route(ENTRY, answer);
      await page.addInitScript(
        ([key = "", value = ""]) => localStorage.setItem(key, value),
        [storageKeys(site).mode, mode],
      );
      await page.goto("./", { waitUntil: "load" });
      await page.clock.fastForward(4000);
      await expectStills(story);
      await expect(story.modeButton).toBeHidden();
      await expect(story.pager).toBeHidden();
    });

test("an entry script that stays away leaves the stills, and to a reader among them when it comes", async ({
  page,
  story,
}) => {
  const release = await hold(page, ENTRY);
  await page.goto("./", { waitUntil: "commit" });
  await expectStills(story);
  release();
  await story.ready();
  await expect(story.rootElement).toHaveAttribute("data-mode", "article");
  await expect(story.partOf("boats", "still")).toBeInViewport();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("reading")))).toEqual([]);
});

test("an entry script that comes late finds a reader at the top, and shows the picture", async ({ page, story }) => {
  const release = await hold(page, ENTRY);
  await page.goto("./", { waitUntil: "commit" });
  await expect(story.rootElement).not.toHaveClass(STATES.enhanced);
  release();
  await story.settled();
  await expect(story.rootElement).toHaveClass(STATES.enhanced);
  await story.goTo("boats", 0.9);
  expect(await story.shownStep()).toBe("boats");
});

test("pictures that are late leave the stills to a reader who goes on", async ({ page, story }) => {
  const releases = [await hold(page, WORKER), await hold(page, FALLBACK)];
  await story.open();
  await expectStills(story);
  await expect(story.rootElement).toHaveAttribute("data-mode", "article");
  for (const release of releases) release();
  await story.settled();
  await expect(story.rootElement).toHaveAttribute("data-mode", "article");
  await story.chooseMode("scroll");
  await story.goTo("boats", 0.9);
  expect(await story.shownStep()).toBe("boats");
});

test("pictures that are late come to a reader who waits at the top", async ({ page, story }) => {
  const releases = [await hold(page, WORKER), await hold(page, FALLBACK)];
  await story.open();
  await expect(story.rootElement).not.toHaveClass(STATES.enhanced);
  for (const release of releases) release();
  await expect(story.rootElement).toHaveClass(STATES.enhanced);
  await story.modeButton.click();
  await expect(story.modeRadio("scroll")).toBeChecked();
});

test("a page that can draw in no way has the stills", async ({ page, story }) => {
  for (const address of [WORKER, FALLBACK]) await page.route(address, (route) => route.abort());
  await page.goto("./");
  await expectStills(story);
});

test("a script of others that fails takes nothing away", async ({ page, story, baseURL }) => {
  await page.route(baseURL ?? "", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("</body>", '<script src="/of-an-extension.js"></script></body>');
    await route.fulfill({ response, body });
  });
  const refused = page.waitForResponse("**/of-an-extension.js");
  await story.open();
  await refused;
  await story.settled();
  await expect(story.rootElement).toHaveClass(STATES.enhanced);
});

test("an empty file of the tweening library leaves every picture", async ({ page, story }) => {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await page.route(WORKER, (route) => route.abort());
  await page.route("**/assets/gsap-*.js", answering(""));
  await story.open();
  for (const id of ["ships", "boats"]) {
    await story.goTo(id, 0.9);
    expect(await story.shownStep()).toBe(id);
  }
  expect(faults).toEqual([]);
});

test("a browser without Element.animate shows every picture", async ({ page, story }) => {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await page.addInitScript(() => Reflect.deleteProperty(Element.prototype, "animate"));
  await story.open();
  for (const id of ["boats", "cover", "boats"]) {
    await story.goTo(id, 0.9);
    expect(await story.shownStep()).toBe(id);
  }
  expect(faults).toEqual([]);
});

test("a page whose pictures have failed loads nothing more for reading offline", async ({ page, story }) => {
  const late: string[] = [];
  page.on("request", (request) => {
    if (/\/share-[\w-]+\.js$/.test(request.url())) late.push(request.url());
  });
  await page.clock.install();
  await page.route(FALLBACK, (route) => route.abort());
  const release = await hold(page, FALLBACK);
  await page.route(WORKER, (route) => route.abort());
  await page.goto("./", { waitUntil: "load" });
  await story.ready();
  await page.keyboard.press("Shift");
  release();
  await expectStills(story);
  await page.clock.runFor(4000);
  await page.evaluate(() => undefined);
  expect(late).toEqual([]);
});

for (const [guard, script] of [
  [
    "refuses",
    "CanvasRenderingContext2D.prototype.getImageData = () => { throw new DOMException('no', 'SecurityError'); }",
  ],
  ["has no context for", "HTMLCanvasElement.prototype.getContext = () => null"],
] as const)
  test(`a browser that ${guard} a canvas's pixels has every picture in the page's own nodes`, async ({
    page,
    story,
  }) => {
    const faults: string[] = [];
    page.on("pageerror", ({ message }) => faults.push(message));
    await page.addInitScript(script);
    await story.open();
    await expect(page.locator(".stage canvas")).toHaveCount(0);
    for (const id of ["ships", "boats"]) {
      await story.goTo(id, 0.9);
      expect(await story.shownStep()).toBe(id);
    }
    expect(faults).toEqual([]);
  });

test.describe("of the real story", () => {
  test.use({ site: "story" });

  test("a chapter whose pictures do not load shows its stills, and its pictures when a reader asks for them again", async ({
    page,
    story,
  }) => {
    // The first chapter's pictures come with the page, those of others in files of their own.
    await page.route("**/assets/scenes-*.js", (route) => route.abort());
    await story.open();
    await story.settled();
    await story.goTo("wings", 0.9);
    await story.jump(await story.offsetOf("firms", 0.9));
    await expect(story.rootElement).toHaveAttribute("data-mode", "article", { timeout: 20_000 });
    await expect(story.rootElement).not.toHaveClass(STATES.enhanced);
    await story.stillLoaded("firms");
    await expect(story.text("firms")).toBeInViewport();
    await page.unroute("**/assets/scenes-*.js");
    await story.chooseMode("scroll");
    await story.goTo("firms", 0.9);
    expect(await story.shownStep()).toBe("firms");
  });

  for (const [drawn, reducedMotion, workers] of [
    ["a worker", "no-preference", 1],
    ["the page", "reduce", 0],
  ] as const)
    test(`a chapter whose pictures are slow shows its stills on the stage until they come, drawn by ${drawn}`, async ({
      page,
      story,
    }) => {
      await page.emulateMedia({ reducedMotion });
      const release = await hold(page, "**/assets/scenes-*.js");
      await story.open();
      await story.goTo("wings", 0.9);
      const words = story.root.locator(PARTS.pictureText).filter({ visible: true });
      const before = await words.allTextContents();
      const still = page.locator(PARTS.lateStill);
      await story.jump(await story.offsetOf("firms", 0.9));
      // An earlier picture is whole for as long as it stands.
      await expect(story.picture).toHaveAttribute("data-step", "firms");
      await expect.poll(() => words.allTextContents()).toEqual(before);
      await expect(still).toHaveCount(0);
      await expect(still).toBeInViewport();
      await expect.poll(() => still.evaluate((img: HTMLImageElement) => img.currentSrc)).toMatch(/\/firms\.svg$/);
      await story.jump(await story.offsetOf("axes", 0.9));
      await expect(still).toHaveAttribute("src", /\/axes\.svg$/);
      // Pictures at hand come at once.
      await story.goTo("wings", 0.9);
      await expect(still).toHaveCount(0);
      await story.jump(await story.offsetOf("firms", 0.9));
      await expect(still).toBeInViewport();
      release();
      await expect(still).toHaveCount(0);
      await story.settled();
      expect(await story.shownStep()).toBe("firms");
      await expect(story.rootElement).toHaveAttribute("data-mode", "scroll");
      expect(page.workers()).toHaveLength(workers);
    });
});
