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
  expect(await webkit.executeScript("return document.querySelectorAll('.stage circle').length")).toBe(240);
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
