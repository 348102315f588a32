import { expect, type Page, test } from "@playwright/test";
import { type Host, newsrooms } from "../embed/hosts/hosts.ts";
import { type TwoSites, twoSites } from "../embed/hosts/two-sites.ts";

/** What a reader of a newsroom's page met in one of its stories. */
export interface Met {
  readonly reading: string | undefined;
  readonly steps: number;
  /** Ids of steps whose picture did not come. */
  readonly missed: readonly string[];
  /** Of the stage from its place, px, at worst. */
  readonly off: number;
}

/**
 * Runs in the page, in any engine: scrolls every story of it to each of its steps by what scrolls it, far ones in turn, since to what is near
 * a picture travels. `edge` is what covers the top of the window, px.
 */
export async function metIn(edge: number): Promise<readonly Met[]> {
  const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);
  const found: Met[] = [];
  for (const story of document.querySelectorAll("anyuan-story")) {
    const root = story.shadowRoot;
    const article = document.querySelector("article");
    const [ground, stage, line, svg, track] = [".ground", ".stage", ".stage .line", ".stage svg", ".track"].map(
      (name) => root?.querySelector(name),
    );
    if (!root || !article || !ground || !stage || !line || !svg || !track) throw new Error("no story");
    const scrolls = getComputedStyle(article).overflowY === "auto" ? article : window;
    const upper = edge + (scrolls === article ? article.getBoundingClientRect().top : 0);
    const top = (one: Element): number => one.getBoundingClientRect().top;
    const steps = [...root.querySelectorAll<HTMLElement>(".step")];
    const missed: string[] = [];
    let off = 0;
    for (const step of [0, 1, 2].flatMap((rest) => steps.filter((_, index) => index % 3 === rest))) {
      const due = top(step) + step.offsetHeight * 0.92 - (top(line) - top(stage)) - upper;
      scrolls.scrollBy({ top: due, behavior: "instant" });
      const id = step.dataset["step"] ?? "";
      const until = performance.now() + 5000;
      while (svg.getAttribute("data-step") !== id && performance.now() < until) await frame();
      if (svg.getAttribute("data-step") !== id) missed.push(id);
      const around = track.getBoundingClientRect();
      if (around.top < upper && around.bottom > upper + stage.clientHeight)
        off = Math.max(off, Math.abs(top(stage) - upper));
    }
    const reading = ground instanceof HTMLElement ? ground.dataset["mode"] : undefined;
    found.push({ reading, steps: steps.length, missed, off });
  }
  return found;
}

/** Runs in the page: whether each of its stories is drawn. */
export function drawnIn(): boolean {
  const stories = [...document.querySelectorAll("anyuan-story")];
  return stories.length > 0 && stories.every((story) => story.shadowRoot?.querySelector(".stage svg[data-shown]"));
}

/** Reads a newsroom's page to its end, as its address has it. */
async function readThrough(page: Page, address: string, { name, shown, top }: Host): Promise<void> {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (said) => void (said.type() === "error" && faults.push(said.text())));
  await page.goto(address);
  await page.locator("article > figure").first().scrollIntoViewIfNeeded();
  const stories = page.locator("anyuan-story");
  await expect(stories).toHaveCount(name === "I5-two" ? 2 : 1);
  if (shown === "stack") {
    await expect(stories.locator(".ground")).toHaveAttribute("data-mode", "article");
    await expect(stories.locator(".step figure:has(svg path)")).toHaveCount(await stories.locator(".step").count());
  } else {
    await page.waitForFunction(drawnIn);
    for (const { reading, steps, missed, off } of await page.evaluate(metIn, top)) {
      expect(reading).toBe("scroll");
      expect(steps).toBeGreaterThan(5);
      expect(missed, "pictures that did not come").toEqual([]);
      expect(off, "px off its place").toBeLessThanOrEqual(1);
    }
  }
  // All stories of a page share one script, and its names.
  expect(await page.locator('script[src*="inline.js"]').count()).toBe(1);
  expect(faults).toEqual([]);
}

/** A test for every newsroom, or for those whose names begin as said. */
export function testNewsrooms(chosen: readonly string[] = [""]): void {
  let sites: TwoSites;
  test.beforeAll(async () => {
    sites = await twoSites("pattern");
  });
  test.afterAll(() => sites.close());

  test.use({ viewport: { width: 1000, height: 800 } });

  for (const host of newsrooms("http://127.0.0.1/", "pattern"))
    if (chosen.some((one) => host.name.startsWith(one)))
      test(`${host.name}: ${host.shown}, scrolled by the newsroom's page`, ({ page }) =>
        readThrough(page, sites.address + host.name, host));
}
