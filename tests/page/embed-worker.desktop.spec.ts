import { pathToFileURL } from "node:url";
import type { Frame, Page } from "@playwright/test";
import type { TwoSites } from "../embed/hosts/two-sites.ts";
import { embedded } from "./embed-page.ts";
import { hostNamed, onlyWorker, WORKER_HOSTS } from "./embed-worker.ts";
import { test } from "./host-sites.ts";
import { watchLog } from "./host-state.ts";
import { PARTS } from "./parts.ts";
import { StoryPage } from "./story-page.ts";
import { expect } from "./story-test.ts";

test.use({ viewport: { width: 1000, height: 800 } });

const CANVAS = `${PARTS.stage} canvas`;
const STAGE_SCRIPT = /\/embed\/v1\/stage\.js/;
const SVG_SCRIPT = /\/embed\/v1\/svg\.js/;

async function openFrame(page: Page, sites: TwoSites, name: string): Promise<Frame> {
  await page.goto(sites.address + name);
  await page.locator("figure, iframe").first().scrollIntoViewIfNeeded();
  return embedded(page);
}

/** The marks of the frame's first picture. */
async function drawnIn(frame: Frame): Promise<string> {
  const story = new StoryPage(frame);
  await story.settled();
  return story.drawn();
}

for (const { name, by, worker } of WORKER_HOSTS) {
  test(`${name}: a worker that begins ${by} draws in the frame what its document would draw by itself`, async ({
    page,
    sites,
  }) => {
    const log = watchLog(page, hostNamed(name));
    const before = sites.story.asked.length;
    const frame = await openFrame(page, sites, name);
    await expect(frame.locator(PARTS.stage)).toHaveAttribute("data-easel", "rest");
    expect((await onlyWorker(page)).url()).toMatch(worker);
    const fromWorker = await drawnIn(frame);
    const asked = (): readonly string[] =>
      sites.story.asked.slice(before).filter((path) => /\/embed\/v1\/s(?:tage|vg)\.js$/.test(path));
    expect(asked()).toEqual(["/embed/v1/stage.js"]);
    await page.emulateMedia({ reducedMotion: "reduce" });
    await expect(frame.locator(CANVAS)).toHaveCount(0);
    expect(await drawnIn(frame)).toBe(fromWorker);
    expect(asked()).toEqual(["/embed/v1/stage.js", "/embed/v1/svg.js"]);
    await expect.poll(() => page.workers()).toEqual([]);
    expect(log.faults).toEqual([]);
  });

  test(`${name}: without its worker's script the frame's document draws by itself`, async ({ page, sites }) => {
    await page.route(STAGE_SCRIPT, (route) => route.abort());
    const frame = await openFrame(page, sites, name);
    await expect(frame.locator(CANVAS)).toHaveCount(0);
    await expect(frame.locator(`${PARTS.pictureText} >> visible=true`)).not.toHaveCount(0);
    expect((await drawnIn(frame)).length).toBeGreaterThan(0);
  });

  test(`${name}: a worker that dies leaves the frame's document to draw by itself`, async ({ page, sites }) => {
    const frame = await openFrame(page, sites, name);
    await expect(frame.locator(PARTS.stage)).toHaveAttribute("data-easel", "rest");
    await (await onlyWorker(page)).evaluate(() => self.close());
    await page.emulateMedia({ colorScheme: "dark" });
    await expect(frame.locator(CANVAS)).toHaveCount(0);
    expect((await drawnIn(frame)).length).toBeGreaterThan(0);
  });
}

test("a worker of another version draws nothing beside the texts of this one", async ({ page, sites }) => {
  await page.route(STAGE_SCRIPT, async (route) => {
    const response = await route.fetch();
    const version = new URL(route.request().url()).search.slice(1);
    await route.fulfill({ response, body: (await response.text()).replaceAll(version, "another") });
  });
  const frame = await openFrame(page, sites, "H1-clean");
  await expect(frame.locator(CANVAS)).toHaveCount(0);
  expect((await drawnIn(frame)).length).toBeGreaterThan(0);
});

for (const reducedMotion of ["reduce", "no-preference"] as const) {
  const worker = reducedMotion === "reduce" ? "no worker" : "a worker that does not come";
  test(`with ${worker} and an empty script for pictures a frame's document shows its stills`, async ({
    page,
    sites,
  }) => {
    await page.route(STAGE_SCRIPT, (route) => route.abort());
    await page.route(SVG_SCRIPT, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
    await page.emulateMedia({ reducedMotion });
    const asked = page.waitForResponse(SVG_SCRIPT);
    await page.goto(`${sites.story.address}embed/?mode=cards`);
    await asked;
    await expect(page.locator("html")).not.toHaveClass(/enhanced/);
    await expect(page.locator("figure picture img").first()).toBeVisible();
  });
}

test("a document for iframes that is opened from a disk draws by itself", async ({ page }) => {
  const { FIXTURE_FOLDER = "" } = process.env;
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await page.goto(`${pathToFileURL(FIXTURE_FOLDER).href}/embed/index.html?mode=cards`);
  const story = new StoryPage(page);
  await story.ready();
  await expect(page.locator(CANVAS)).toHaveCount(0);
  await story.nextCard.click();
  await expect(story.picture).toHaveAttribute("data-step", "ships");
  await story.settled();
  expect((await story.drawn()).length).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});
