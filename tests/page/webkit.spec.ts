import type { WebDriver } from "selenium-webdriver";
import { expect, test } from "./webkit.ts";

const SITE = process.env.SITE ?? "";
/** Drawn without a graphics card, ms. */
const PATIENCE = 20_000;

test("the story opens, alive and with all its grains", async ({ webkit, view }) => {
  await webkit.get(SITE);
  expect(await webkit.getTitle()).toContain("安源");
  expect(await webkit.executeScript("return [innerWidth, innerHeight]")).toEqual([view.width, view.height]);
  // The page takes this class back when its script fails.
  expect(await webkit.executeScript("return document.documentElement.classList.contains('live')")).toBe(true);
  const grains = "[...document.querySelectorAll('.stage #grains path')].map((path) => path.getAttribute('d')).join('')";
  expect(await webkit.executeScript(`return ${grains}.match(/M/g).length`)).toBe(240);
});

test("a jump to a step shows that step's picture, without an error", async ({ webkit }) => {
  await webkit.get(SITE);
  await webkit.executeScript("window.faults = []; addEventListener('error', ({ message }) => faults.push(message))");
  const ids: unknown = await webkit.executeScript(
    "return [...document.querySelectorAll('.step[data-step]')].map((step) => step.dataset.step)",
  );
  if (!Array.isArray(ids)) throw new TypeError("the page has no list of steps");
  expect(ids.length).toBeGreaterThan(2);
  for (const index of [ids.length - 1, 1, Math.floor(ids.length / 2), 0]) {
    await scrollInto(webkit, index);
    await expect.poll(() => shown(webkit), { timeout: PATIENCE }).toMatch(new RegExp(`^${ids[index]} at`));
  }
  expect(await webkit.executeScript("return faults")).toEqual([]);
});

/** Scrolls without passing what lies between, until the middle of the step is at the line that decides. */
function scrollInto(webkit: WebDriver, index: number): Promise<unknown> {
  return webkit.executeScript(
    `const box = document.querySelectorAll(".step[data-step]")[arguments[0]].getBoundingClientRect();
     const line = document.querySelector(".stage .line").offsetTop;
     scrollTo({ top: box.top + scrollY + box.height / 2 - line, behavior: "instant" });`,
    index,
  );
}

/** The step whose picture stands on the stage, and how far the page is scrolled. */
async function shown(webkit: WebDriver): Promise<string> {
  return webkit.executeScript("return `${document.querySelector('.stage svg').dataset.step} at ${scrollY}`");
}

test("every step reached by scrolling shows its own picture, and a jump shows the same", async ({ webkit }) => {
  test.slow();
  await webkit.get(SITE);
  const ids: unknown = await webkit.executeScript(
    "return [...document.querySelectorAll('.step')].map((step) => step.dataset.step)",
  );
  if (!Array.isArray(ids)) throw new TypeError("the page has no list of steps");
  const scrolled: string[] = [];
  for (let index = 0; index < ids.length; index++) {
    await scrollTo(webkit, index, 0.4);
    await scrollTo(webkit, index, 0.93);
    await expect.poll(() => shown(webkit), { timeout: PATIENCE }).toMatch(new RegExp(`^${ids[index]} at`));
    scrolled.push(await settledPicture(webkit));
  }
  expect(new Set(scrolled).size).toBe(ids.length);
  for (const index of [ids.length - 1, 3, 18, 8, 25]) {
    await scrollTo(webkit, index, 0.93);
    expect(await settledPicture(webkit), String(ids[index])).toBe(scrolled[index]);
  }
});

/** Scrolls at once until `progress` of the step is at the line that decides. */
function scrollTo(webkit: WebDriver, index: number, progress: number): Promise<unknown> {
  return webkit.executeScript(
    `const box = document.querySelectorAll(".step")[arguments[0]].getBoundingClientRect();
     const line = document.querySelector(".stage .line").offsetTop;
     scrollTo({ top: Math.round(box.top + scrollY + box.height * arguments[1] - line), behavior: "instant" });`,
    index,
    progress,
  );
}

/** The stage's markup once the picture has come to where the reader is. */
async function settledPicture(webkit: WebDriver): Promise<string> {
  await webkit.executeAsyncScript(
    `const done = arguments[0];
     let frames = 0;
     requestAnimationFrame(function look() {
       frames += 1;
       if (frames > 3 && document.querySelector(".stage svg").dataset.settled === "true") done();
       else requestAnimationFrame(look);
     });`,
  );
  return String(await webkit.executeScript("return document.querySelector('.stage svg').innerHTML"));
}
