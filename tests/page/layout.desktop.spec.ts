import { layoutFaults } from "./layout-faults.ts";
import { expect, test } from "./story-test.ts";

/** Screens, px; the default run looks at a phone, the same phone turned, and a desktop. */
const SCREENS = [
  { width: 360, height: 640, tag: [] },
  { width: 844, height: 390, tag: [] },
  { width: 1440, height: 900, tag: [] },
  { width: 320, height: 568, tag: "@wide" },
  { width: 390, height: 844, tag: "@wide" },
  { width: 430, height: 932, tag: "@wide" },
  { width: 768, height: 1024, tag: "@wide" },
  { width: 960, height: 640, tag: "@wide" },
  { width: 1000, height: 700, tag: "@wide" },
];

for (const { tag, ...screen } of SCREENS)
  for (const half of [0, 1])
    test(
      `at ${screen.width}×${screen.height} no label is cut or covered and no text lies on a mark, ${half === 0 ? "even" : "odd"} steps`,
      { tag },
      async ({ page, story }) => {
        await page.setViewportSize(screen);
        await page.emulateMedia({ reducedMotion: "reduce" });
        await story.open();
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        for (const [index, id] of (await story.stepIds()).entries()) {
          if (index % 2 !== half) continue;
          await (index === 0 ? story.settled() : story.goTo(index, 0.95));
          await story.finishAnimations();
          expect.soft(await layoutFaults(page), id).toEqual([]);
        }
      },
    );
