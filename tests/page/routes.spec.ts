import type { Page } from "@playwright/test";
import { recordShifts, shifts } from "./layout-shifts.ts";
import { watchFaults } from "./page-faults.ts";
import { storageKeys } from "./parts.ts";
import type { StoryPage } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

/** Holds back the script that starts the story. Returns its release. */
async function holdScript(page: Page): Promise<() => void> {
  let release = (): void => undefined;
  const gate = new Promise<void>((done) => (release = done));
  await page.route("**/assets/after-paint-*.js", async (route) => {
    await gate;
    await route.continue();
  });
  return () => release();
}

/** Window y of the text that a step is read by, px. */
async function textTop(story: StoryPage, step: string): Promise<number> {
  return (await story.text(step).boundingBox())?.y ?? Number.NaN;
}

interface ColdLoad {
  readonly address: string;
  readonly step: string;
  /** The step's own address. */
  readonly path: string;
  readonly theme: "light" | "dark";
  readonly wide?: boolean;
}

/** Cold loads of addresses in the middle of a story. */
function testColdLoads(loads: readonly ColdLoad[]): void {
  for (const { address, step, path, theme, wide = false } of loads)
    test(
      `a cold load of ${address} shows text and picture before the script, and nothing shifts when it comes`,
      {
        tag: wide ? "@wide" : [],
      },
      async ({ page, story, baseURL }) => {
        const faults = watchFaults(page, baseURL ?? "");
        await page.emulateMedia({ colorScheme: theme });
        await recordShifts(page);
        const release = await holdScript(page);
        await page.goto(`./${address}?from=singlemessage&isappinstalled=0`);
        await expect(story.text(step)).toBeInViewport();
        await expect(story.step("cover")).toBeHidden();
        await expect(story.stage).toBeInViewport();
        await expect(story.picture).toHaveAttribute("data-step", step);
        const grains = (await story.grainBoxes()).length;
        expect(grains).toBeGreaterThan(0);
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const top = await textTop(story, step);
        release();
        await story.settled();
        expect(await story.shownStep()).toBe(step);
        expect(Math.abs((await textTop(story, step)) - top)).toBeLessThan(1);
        expect(await shifts(page)).toEqual([]);
        await expect(page).toHaveURL(new URL(path, baseURL).href);
        expect(faults).toEqual([]);
      },
    );
}

test.describe("the story", () => {
  testColdLoads([
    { address: "environment/firms/", step: "firms", path: "environment/firms/", theme: "light" },
    { address: "pattern/old-mine/", step: "old-mine", path: "pattern/old-mine/", theme: "light", wide: true },
    { address: "environment/", step: "two-lenses", path: "environment/two-lenses/", theme: "dark", wide: true },
    { address: "coordinate/third-leg/", step: "third-leg", path: "coordinate/third-leg/", theme: "dark", wide: true },
  ]);
});

test.describe("the fixture story", () => {
  test.use({ site: "fixture" });

  testColdLoads([
    { address: "night/", step: "ships", path: "night/ships/", theme: "dark" },
    { address: "dawn/boats/", step: "boats", path: "dawn/boats/", theme: "light" },
  ]);

  for (const mode of ["cards", "article"] as const)
    test(`a step's address opens at the step in the ${mode} view mode, and nothing shifts when the script comes`, async ({
      page,
      story,
    }) => {
      await page.addInitScript(
        ([key = "", value = ""]) => localStorage.setItem(key, value),
        [storageKeys("fixture").mode, mode],
      );
      await recordShifts(page);
      const release = await holdScript(page);
      await page.goto("./dawn/boats/");
      const mark = mode === "cards" ? story.text("boats") : story.step("boats").getByRole("heading", { level: 3 });
      await expect(mark).toBeInViewport();
      const top = (await mark.boundingBox())?.y ?? Number.NaN;
      release();
      await story.ready();
      await story.settled();
      expect(Math.abs(((await mark.boundingBox())?.y ?? Number.NaN) - top)).toBeLessThan(1);
      expect(await shifts(page)).toEqual([]);
      expect(await story.stepIds()).toEqual(["cover", "ships", "boats"]);
    });

  test("keeps the position of a reader who scrolls on before the script comes", async ({ page, story }) => {
    const release = await holdScript(page);
    await page.goto("./night/ships/");
    await story.jump(await story.offsetOf("boats", 0.6));
    const top = await textTop(story, "boats");
    release();
    await story.settled();
    expect(await story.shownStep()).toBe("boats");
    expect(Math.abs((await textTop(story, "boats")) - top)).toBeLessThan(2);
  });
});
