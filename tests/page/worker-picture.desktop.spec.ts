import type { Page, Route, Worker } from "@playwright/test";
import sharp from "sharp";
import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";

const CANVAS = `${PARTS.stage} canvas`;
const WORKER = /\/assets\/stage-main-[\w-]+\.js$/;
const FONT = /\/assets\/song-[\w-]+\.woff2$/;

test.use({ site: "fixture" });

/** Waits for the worker's canvas. */
async function drawnInWorker(page: Page): Promise<Worker> {
  await expect(page.locator(`${PARTS.stage}[data-easel] canvas`)).toHaveCount(1);
  const [worker] = page.workers();
  if (worker === undefined) throw new Error("no worker");
  return worker;
}

/** Pictures of three positions, a moving one among them, as the nodes have them. */
async function picturesOf(story: { goTo: (step: string, at: number) => Promise<void>; drawn: () => Promise<string> }) {
  const found: string[] = [];
  for (const [step, at] of [
    ["ships", 0.9],
    ["boats", 0.3],
    ["boats", 0.6],
  ] as const) {
    await story.goTo(step, at);
    found.push(await story.drawn());
  }
  return found;
}

test("the nodes of a picture at rest are those that the page would draw by itself", async ({ page, story }) => {
  await story.open();
  await drawnInWorker(page);
  const fromWorker = await picturesOf(story);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await expect(page.locator(CANVAS)).toHaveCount(0);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  // The page draws by itself for good.
  expect(await picturesOf(story)).toEqual(fromWorker);
  expect(page.workers()).toEqual([]);
});

test("at rest the stage's own nodes show the words, and the canvas shows the rest", async ({ page, story }) => {
  await story.open();
  await drawnInWorker(page);
  await story.goTo("ships", 0.9);
  await expect(page.locator(PARTS.stage)).toHaveAttribute("data-easel", "rest");
  const visible = await story.picture.evaluate((picture) =>
    [...picture.querySelectorAll("g > *")].map((node) => [node.localName, getComputedStyle(node).visibility]),
  );
  expect(visible.length).toBeGreaterThan(5);
  for (const [name, visibility] of visible) expect(visibility).toBe(name === "text" ? "visible" : "hidden");
});

const BLOCKED = [
  { fault: "that the network refuses", answer: (route: Route) => route.abort() },
  {
    fault: "whose script is broken",
    answer: (route: Route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error('broken')" }),
  },
  {
    fault: "that draws nothing",
    answer: (route: Route) => route.fulfill({ contentType: "text/javascript", body: "" }),
  },
  {
    fault: "that says it has drawn, and has not",
    answer: (route: Route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: `addEventListener("message", () => postMessage({ type: "drawn" }))`,
      }),
  },
];

for (const { fault, answer } of BLOCKED)
  test(`without a worker: one ${fault} leaves the page to draw by itself`, async ({ page, story }) => {
    await page.route(WORKER, answer);
    await story.open();
    await story.goTo("boats", 0.6);
    await expect(page.locator(CANVAS)).toHaveCount(0);
    expect(await story.shownStep()).toBe("boats");
    await expect(story.picture.locator("text").filter({ visible: true })).not.toHaveCount(0);
  });

test("a worker that dies while the story is read leaves the page to draw on by itself", async ({ page, story }) => {
  await story.open();
  const worker = await drawnInWorker(page);
  await story.goTo("ships", 0.9);
  await worker.evaluate(() => self.close());
  await story.goTo("boats", 0.6);
  await expect(page.locator(CANVAS)).toHaveCount(0);
  expect(await story.shownStep()).toBe("boats");
});

test("a worker whose canvas has lost its context leaves the page to draw on by itself", async ({ page, story }) => {
  await story.open();
  const worker = await drawnInWorker(page);
  await worker.evaluate(() => postMessage({ type: "failed", reason: "context lost" }));
  await expect(page.locator(CANVAS)).toHaveCount(0);
  await story.goTo("boats", 0.6);
  expect(await story.shownStep()).toBe("boats");
});

test("a face that cannot be loaded keeps no picture from the canvas", async ({ page, story }) => {
  await page.route(FONT, (route) => route.abort());
  await story.open();
  await drawnInWorker(page);
  await story.goTo("boats", 0.6);
  expect(await story.shownStep()).toBe("boats");
});

test("with reduced motion no worker is begun", async ({ page, story }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await story.open();
  await story.goTo("boats", 0.9);
  expect(page.workers()).toEqual([]);
  await expect(page.locator(CANVAS)).toHaveCount(0);
});

/** Share of pixels that differ by more than smoothing does. */
async function differingShare(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([one, other].map((shot) => sharp(shot).removeAlpha().raw().toBuffer()));
  if (a === undefined || b?.length !== a.length) return 1;
  const differs = a.reduce((sum, value, at) => sum + (Math.abs(value - (b[at] ?? 0)) > 48 ? 1 : 0), 0);
  return differs / a.length;
}

for (const size of [
  { width: 1440, height: 900 },
  { width: 844, height: 390 },
  { width: 390, height: 844 },
])
  test.describe("the real story", () => {
    test.use({ site: "story", viewport: size });

    test(`at ${size.width}×${size.height} a picture at rest looks as the page would draw it by itself`, async ({
      page,
      story,
    }) => {
      const steps = ["old-mine", "growth-context", "axes", "rank"];
      const shoot = async (): Promise<readonly Buffer[]> => {
        const shots: Buffer[] = [];
        for (const step of steps) {
          await story.goTo(step, 0.92);
          await story.numberLinksPlaced();
          await story.finishAnimations();
          shots.push(await page.screenshot());
        }
        return shots;
      };
      await story.open();
      await drawnInWorker(page);
      // The first round brings what the page loads late.
      await shoot();
      const fromWorker = await shoot();
      await page.emulateMedia({ reducedMotion: "reduce" });
      await expect(page.locator(CANVAS)).toHaveCount(0);
      await page.emulateMedia({ reducedMotion: "no-preference" });
      const fromPage = await shoot();
      for (const [index, step] of steps.entries()) {
        const [one, other] = [fromWorker[index], fromPage[index]];
        if (one === undefined || other === undefined) throw new Error("no screenshot");
        expect.soft(await differingShare(one, other), step).toBeLessThanOrEqual(0.005);
      }
    });
  });
