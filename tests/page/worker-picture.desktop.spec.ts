import type { Page, Route, Worker } from "@playwright/test";
import sharp from "sharp";
import { PARTS } from "./parts.ts";
import { freshPicture } from "./story-page.ts";
import { expect, test } from "./story-test.ts";
import { ANDROID, IPHONE } from "./wechat.ts";

const CANVAS = `${PARTS.stage} canvas:not(.edge)`;
const WORKER = /\/assets\/stage-main-[\w-]+\.js$/;
const FONT = /\/assets\/song-[\w-]+\.woff2$/;

test.use({ site: "fixture" });

/** Waits for the worker's canvas. */
async function drawnInWorker(page: Page): Promise<Worker> {
  await expect(page.locator(`${PARTS.stage}[data-easel] canvas:not(.edge)`)).toHaveCount(1);
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

for (const [system, userAgent] of [
  ["iOS", IPHONE],
  ["Android", ANDROID],
] as const)
  test.describe(`in WeChat's web view of ${system}, by its name`, () => {
    test.use({ userAgent });

    test("the worker draws, in the mode of a shared link as well", async ({ page, story }) => {
      await story.open("./dawn/boats/");
      await drawnInWorker(page);
      await expect(story.rootElement).toHaveAttribute("data-mode", "cards");
      await story.settled();
      expect(await story.shownStep()).toBe("boats");
    });
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

test("while the picture moves within a step, the page changes its nav's thumb and nothing else", async ({
  page,
  story,
}) => {
  await story.open();
  await drawnInWorker(page);
  await story.goTo("ships", 0.35);
  // On a busy machine the picture may rest between two frames, and its nodes come.
  await expect(async () => {
    const changed = await page.evaluate(async (stage) => {
      const easel = document.querySelector<HTMLElement>(stage);
      const scrollOn = (): Promise<void> =>
        new Promise((done) => {
          scrollBy({ top: 1, behavior: "instant" });
          requestAnimationFrame(() => done());
        });
      while (easel?.dataset["easel"] !== "moving") await scrollOn();
      const found = new Set<string>();
      const observer = new MutationObserver((records) => {
        for (const { target, attributeName } of records)
          found.add(
            `${target instanceof Element && target.className !== "" ? target.className : target.nodeName} ${attributeName}`,
          );
      });
      observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
      for (let frame = 0; frame < 40; frame++) await scrollOn();
      observer.disconnect();
      return [...found];
    }, PARTS.stage);
    expect(changed).toEqual(["thumb style"]);
  }).toPass({ timeout: 8000 });
});

test("inks that change in a scroll come to the parts in view first, and to the whole page at rest", async ({
  page,
  story,
}) => {
  await story.open();
  await drawnInWorker(page);
  // On a busy machine the picture may rest at the very frame in which its inks change.
  await expect(async () => {
    await story.goTo("boats", 0.1);
    const scrolled = await page.evaluate(
      async ({ step: name, nav }) => {
        const step = [...document.querySelectorAll<HTMLElement>(name)].at(-1);
        const inks = (): readonly string[] =>
          [step, document.querySelector(nav), document.documentElement].map((part) =>
            part instanceof Element ? getComputedStyle(part).getPropertyValue("--ink") : "",
          );
        const before = inks();
        while (inks()[0] === before[0]) {
          scrollBy({ top: 12, behavior: "instant" });
          await new Promise(requestAnimationFrame);
        }
        return { before, after: inks() };
      },
      { step: PARTS.step, nav: PARTS.progressNav },
    );
    const [old, now] = [scrolled.before[0], scrolled.after[0]];
    expect(scrolled).toEqual({ before: [old, old, old], after: [now, now, old] });
    await story.settled();
    const rest = await page.evaluate((name) => {
      const parts = [document.documentElement, ...document.querySelectorAll<HTMLElement>(name)];
      return parts.map((part) => part.style.getPropertyValue("--ink"));
    }, PARTS.step);
    expect(rest).toEqual([now, "", "", ""]);
  }).toPass({ timeout: 20_000 });
});

const BLOCKED = [
  { fault: "that the network refuses", answer: (route: Route) => route.abort() },
  {
    fault: "whose script is broken",
    answer: (route: Route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error('broken')" }),
  },
  { fault: "whose script does not come", answer: (): undefined => undefined },
  {
    fault: "that draws nothing",
    answer: (route: Route) => route.fulfill({ contentType: "text/javascript", body: "" }),
  },
  {
    fault: "that says it has drawn, and has not",
    answer: (route: Route) =>
      route.fulfill({
        contentType: "text/javascript",
        body: `addEventListener("message", ({ data: { stage } }) => postMessage({ stage, report: { type: "drawn" } }))`,
      }),
  },
];

for (const { fault, answer } of BLOCKED)
  test(`without a worker: one ${fault} leaves the page to draw by itself`, async ({ page, story }) => {
    await page.route(WORKER, answer);
    await story.open();
    // Stills stand in for a first picture that is late, until it comes.
    await expect(story.picture).toHaveAttribute("data-position", /\d/, { timeout: 30_000 });
    await expect(story.rootElement).toHaveAttribute("data-mode", "scroll");
    await story.goTo("boats", 0.6);
    await expect(page.locator(CANVAS)).toHaveCount(0);
    expect(await story.shownStep()).toBe("boats");
    await expect(story.picture.locator("text").filter({ visible: true })).not.toHaveCount(0);
  });

/** Makes every shape that a worker fills take 10 ms. */
const SLOW = `
const { fill } = OffscreenCanvasRenderingContext2D.prototype;
OffscreenCanvasRenderingContext2D.prototype.fill = function (...rest) {
  for (const end = performance.now() + 10; performance.now() < end; );
  fill.apply(this, rest);
};
`;

test("a slow worker shows the newest picture in the end", async ({ page, story }) => {
  await page.route(WORKER, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: SLOW + (await answer.text()) });
  });
  await story.open();
  await drawnInWorker(page);
  await story.scrollThrough(0, await story.offsetOf("boats", 0.9));
  await story.settled();
  expect(await story.shownStep()).toBe("boats");
  await expect(page.locator(PARTS.stage)).toHaveAttribute("data-easel", "rest");
  const fresh = await freshPicture(page, "./", await story.scrollOffset());
  expect(await story.drawn()).toBe(fresh);
});

/** Keeps the next report of a picture at rest, when told to, until the page has given another order to fit. */
const LATE_REST = `
const send = postMessage;
let kept = null;
globalThis.postMessage = (answer) => {
  if (globalThis.keeps !== "next" || answer.report.type !== "rest") return send(answer);
  kept = answer;
  globalThis.keeps = "one";
};
addEventListener("message", ({ data }) => {
  if (kept !== null && data.order?.type === "fit") send(kept);
  if (data.order?.type === "fit") kept = null;
});
`;

test("a picture by day that comes after the page has turned to night is not taken for the newest", async ({
  page,
  story,
}) => {
  await page.route(WORKER, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: LATE_REST + (await answer.text()) });
  });
  await story.open();
  const worker = await drawnInWorker(page);
  await story.goTo("ships", 0.9);
  await worker.evaluate(() => Reflect.set(globalThis, "keeps", "next"));
  await story.jump(await story.offsetOf("boats", 0.6));
  await expect.poll(() => worker.evaluate((): unknown => Reflect.get(globalThis, "keeps"))).toBe("one");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator(PARTS.stage)).toHaveAttribute("data-easel", "rest");
  await story.settled();
  const first = await story.drawn();
  await story.goTo("ships", 0.9);
  await story.goTo("boats", 0.6);
  expect(first).toBe(await story.drawn());
  // A page that waits in vain for the night's picture gives its worker up.
  expect(page.workers()).toEqual([worker]);
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
  await worker.evaluate(() => postMessage({ stage: 1, report: { type: "failed", reason: "context lost" } }));
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
