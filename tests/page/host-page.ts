import { expect, type Page } from "@playwright/test";
import type { Host } from "../embed/hosts/template.ts";
import type { TwoSites } from "../embed/hosts/two-sites.ts";
import { stepsOf } from "./host-sites.ts";
import { watchLog } from "./host-state.ts";
import { PARTS } from "./parts.ts";

/** Names of the tests by how a host shows the element. */
export const ELEMENT_SHOWN: Readonly<Record<string, string>> = {
  sticky: "scrolls the element's story with the page and pins its stage",
  article: "shows the element's whole story as an article",
};

interface Wanted {
  readonly parts: typeof PARTS;
  /** Numbers of the element in the page and of the step in its story. */
  readonly element: number;
  readonly step: number;
  /** Height that is covered at the top of the window, px. */
  readonly top: number;
}

interface ElementState {
  readonly mode: string | undefined;
  readonly steps: readonly (string | undefined)[];
  readonly shownStep: string | null;
  /** Distance of the pinned stage from its place, px; null where it is not pinned. */
  readonly off: number | null;
}

/** Runs in a host's page, in any engine: scrolls an element's story to the end of a step by what scrolls it. */
export function showStep({ parts, element, step, top }: Wanted): ElementState {
  const root = document.querySelectorAll(parts.element)[element]?.shadowRoot;
  const article = document.querySelector("article");
  const ground = root?.querySelector<HTMLElement>(parts.elementRoot);
  const [stage, line, picture, track] = [parts.stage, parts.line, parts.picture, parts.track].map((selector) =>
    root?.querySelector(selector),
  );
  const steps = [...(root?.querySelectorAll<HTMLElement>(parts.step) ?? [])];
  const wanted = steps[step];
  if (!article || !ground || !stage || !line || !picture || !track || !wanted) throw new Error(`no step ${step}`);
  const scrolls = getComputedStyle(article).overflowY === "auto" ? article : window;
  const upper = top + (scrolls === article ? article.getBoundingClientRect().top : 0);
  const topOf = (one: Element): number => one.getBoundingClientRect().top;
  // The cover is hardly taller than the line is deep, and the stage is pinned only once the page scrolls.
  const share = step === 0 ? 0.995 : 0.92;
  const due = topOf(wanted) + wanted.offsetHeight * share - (topOf(line) - topOf(stage)) - upper;
  scrolls.scrollBy({ top: due, behavior: "instant" });
  const around = track.getBoundingClientRect();
  const pinned = around.top < upper && around.bottom > upper + stage.clientHeight;
  return {
    mode: ground.dataset["mode"],
    steps: steps.map((one) => one.dataset["step"]),
    shownStep: picture.getAttribute("data-step"),
    off: pinned ? Math.abs(topOf(stage) - upper) : null,
  };
}

/** Runs in a host's page, in any engine: whether each of its elements has drawn its story. */
export function elementsDrawn(parts: typeof PARTS): boolean {
  const stories = [...document.querySelectorAll(parts.element)];
  return (
    stories.length > 0 &&
    stories.every((story) => story.shadowRoot?.querySelector(parts.picture)?.hasAttribute("data-position"))
  );
}

/** Number of elements in a host's page. */
export function elementCount({ name }: Host): number {
  return name === "I5-two" ? 2 : 1;
}

/** Scrolls every element's story to each of its steps, whose ids are `ids`; `show` calls `showStep` in the page. */
export async function readElements(
  host: Host,
  ids: readonly string[],
  show: (wanted: Wanted) => Promise<ElementState>,
  wait = expect,
): Promise<void> {
  for (let element = 0; element < elementCount(host); element += 1)
    for (const [step, shownStep] of ids.entries()) {
      const look = (): Promise<ElementState> => show({ parts: PARTS, element, step, top: host.top });
      await wait.poll(look, `step ${shownStep}`).toMatchObject({ mode: "scroll", steps: ids, shownStep });
      expect((await look()).off ?? Number.NaN, `px off its place at step ${shownStep}`).toBeLessThanOrEqual(1);
    }
}

/** Reads a host's page with elements to its end. */
export async function readElementHost(page: Page, sites: TwoSites, host: Host): Promise<void> {
  const log = watchLog(page, host);
  const ids = await stepsOf(sites);
  await page.goto(sites.address + host.name);
  await page.locator("article > figure").first().scrollIntoViewIfNeeded();
  const elements = page.locator(PARTS.element);
  await expect(elements).toHaveCount(elementCount(host));
  if (host.shown === "article") {
    await expect(elements.locator(PARTS.elementRoot)).toHaveAttribute("data-mode", "article");
    const steps = elements.locator(`${PARTS.step}:not(${PARTS.cover})`);
    await expect(steps.locator("figure:has(svg path)")).toHaveCount(ids.length - 1);
  } else {
    await page.waitForFunction(elementsDrawn, PARTS);
    await readElements(host, ids, (wanted) => page.evaluate(showStep, wanted));
  }
  // All stories of a page share one script, and its names.
  const scripts = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
  expect(scripts.filter((name) => name.endsWith("/inline.js"))).toHaveLength(1);
  expect(log.faults).toEqual([]);
}
