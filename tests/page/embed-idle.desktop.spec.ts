import type { Frame, Page } from "@playwright/test";
import { FRAME_TIMEOUT } from "../../src/core/embed/protocol.ts";
import { ElementStory } from "./element-story.ts";
import { amid } from "./embed-page.ts";
import { HOST_WINDOW } from "./embed-scroll.ts";
import { test } from "./host-sites.ts";
import { STATES } from "./parts.ts";
import { StoryPage } from "./story-page.ts";
import { expect } from "./story-test.ts";

test.use({ viewport: HOST_WINDOW });

/** Calls by which scripts of a document asked its window to run them with a later frame or after a time. */
interface Asked {
  readonly count: number;
  /** Calls that are still to come. */
  readonly pending: readonly string[];
}

/** Records in every document from its beginning what asks to be run later. */
async function recordCalls(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const nextFrame = window.requestAnimationFrame.bind(window);
    const [frames, timers] = [new Map<unknown, string>(), new Map<unknown, string>()];
    let count = 0;
    for (const [ask, cancel, pending] of [
      ["requestAnimationFrame", "cancelAnimationFrame", frames],
      ["setTimeout", "clearTimeout", timers],
      ["setInterval", "clearInterval", timers],
    ] as const) {
      const asking = new Proxy(window[ask], {
        apply(call, self, [callback, ...rest]) {
          const id: unknown = Reflect.apply(call, self, [
            (...values: unknown[]) => {
              if (ask !== "setInterval") pending.delete(id);
              callback(...values);
            },
            ...rest,
          ]);
          count += 1;
          pending.set(id, [ask, ...rest].join(" "));
          return id;
        },
      });
      const cancelling = new Proxy(window[cancel], {
        apply(call, self, [id]) {
          pending.delete(id);
          Reflect.apply(call, self, [id]);
        },
      });
      Object.assign(window, { [ask]: asking, [cancel]: cancelling });
    }
    Object.assign(document, {
      asked: () => ({ count, pending: [...frames.values(), ...timers.values()] }),
      async drawFrames(wanted: number) {
        for (let drawn = 0; drawn < wanted; drawn += 1) await new Promise(nextFrame);
      },
    });
  });
}

function asked(from: Page | Frame): Promise<Asked> {
  return from.evaluate((): Asked => Reflect.get(document, "asked")());
}

/** Calls that come again and again, or that a document on the screen still waits for. */
async function pendingIn(from: Page | Frame): Promise<readonly string[]> {
  const { pending } = await asked(from);
  // The host gives a silent frame up after a while; the browser runs no frames in an iframe that is off the screen.
  const allowed = [`setTimeout ${FRAME_TIMEOUT}`, ...("page" in from ? ["requestAnimationFrame"] : [])];
  return pending.filter((call) => !allowed.includes(call));
}

/** Expects that no call is pending in the documents, and that none is asked for while the page draws thirty frames. */
async function expectIdle(page: Page, documents: readonly (Page | Frame)[]): Promise<void> {
  const counts = (): Promise<readonly number[]> =>
    Promise.all(documents.map(async (document) => (await asked(document)).count));
  for (const document of documents) await expect.poll(() => pendingIn(document)).toEqual([]);
  const before = await counts();
  await page.evaluate(() => Reflect.get(document, "drawFrames")(30));
  expect(await counts(), "calls asked for while idle").toEqual(before);
}

function scrollToEnd(page: Page): Promise<void> {
  return page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
}

test("a frame that is off the screen asks for no frame and no timer, nor does its host", async ({ page, sites }) => {
  await recordCalls(page);
  const frame = await amid(page, `${sites.address}H1-clean`, 600);
  const { count } = await asked(frame);
  await page.mouse.move(500, 400);
  await page.mouse.wheel(0, 300);
  await expect.poll(async () => (await asked(frame)).count, "calls of a frame that is scrolled").toBeGreaterThan(count);
  await scrollToEnd(page);
  await expect(new StoryPage(frame).rootElement).toHaveClass(STATES.offScreen);
  await expectIdle(page, [frame, page]);
  const running = await frame.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === "running").length,
  );
  expect(running, "running animations").toBe(0);
});

test("an element that is off the screen asks for no frame and no timer", async ({ page, sites }) => {
  await recordCalls(page);
  await page.goto(`${sites.address}I1-clean`);
  await page.locator("article > figure").scrollIntoViewIfNeeded();
  const story = new ElementStory(page);
  await story.drawnAt("ships");
  const { count } = await asked(page);
  await story.drawnAt("boats");
  expect((await asked(page)).count, "calls of a story that is scrolled").toBeGreaterThan(count);
  await scrollToEnd(page);
  await expectIdle(page, [page]);
});
