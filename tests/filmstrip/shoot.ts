import { join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { viewModeKey } from "../../src/core/model/names.ts";
import { PARTS } from "../page/parts.ts";
import { StoryPage } from "../page/story-page.ts";
import type { Look, Manner } from "./looks.ts";
import type { Frame } from "./strip.ts";
import { realStory } from "../pictures/real-story.ts";

/** Where a step is photographed: its action is over, its text stands. */
const REST = 0.92;

/** Manners in which each step is a section of a flowing page, not a place on the way. */
const FLOWING: readonly Manner[] = ["no script", "print", "article"];

/** Photographs the steps that `wanted` accepts in one look, into `folder`; calls `taken` after each. */
export async function shoot(
  browser: Browser,
  address: string,
  look: Look,
  folder: string,
  wanted: (step: string) => boolean,
  taken: (frame: Frame) => void,
): Promise<void> {
  const { screen, theme, manner } = look;
  const context = await browser.newContext({
    viewport: { width: screen.width, height: screen.height },
    deviceScaleFactor: screen.scale,
    isMobile: screen.touch,
    hasTouch: screen.touch,
    colorScheme: theme === "night" ? "dark" : "light",
    reducedMotion: manner === "reduced motion" ? "reduce" : "no-preference",
    forcedColors: manner === "forced colors" ? "active" : "none",
    javaScriptEnabled: manner !== "no script",
    locale: "zh-CN",
  });
  try {
    const page = await context.newPage();
    if (manner === "cards" || manner === "article")
      await page.addInitScript(([name, value]) => localStorage.setItem(name, value), [
        viewModeKey(realStory().site.name),
        manner,
      ] as const);
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await prepare(page, manner);
    for (const [index, step] of (await new StoryPage(page).stepIds()).entries()) {
      if (!wanted(step)) continue;
      if (manner === "cards") await page.goto(`${address}#${step}`);
      const file = `${step}-${look.name.replaceAll(/[^\w]+/g, "-")}.jpg`;
      await photograph(page, manner, index, join(folder, file));
      taken({ step, look: look.name, file });
    }
  } finally {
    await context.close();
  }
}

async function prepare(page: Page, manner: Manner): Promise<void> {
  if (manner === "large text") await page.evaluate(() => document.documentElement.style.setProperty("--body", "34px"));
  if (manner === "print") {
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => void dispatchEvent(new Event("beforeprint")));
  }
}

async function photograph(page: Page, manner: Manner, index: number, path: string): Promise<void> {
  const quality = 82;
  if (FLOWING.includes(manner)) {
    const section = page.locator(PARTS.step).nth(index);
    await section.scrollIntoViewIfNeeded();
    for (const image of await section.locator("img:visible").all())
      await image.evaluate((node) => (node instanceof HTMLImageElement ? node.decode() : undefined));
    await section.screenshot({ path, type: "jpeg", quality, animations: "disabled" });
    return;
  }
  const story = new StoryPage(page);
  if (manner !== "cards") await story.jump(await story.offsetOf(index, REST));
  await story.settled();
  await page.screenshot({ path, type: "jpeg", quality, animations: "disabled" });
}
