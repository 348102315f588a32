import { layoutFaults } from "./layout-faults.ts";
import { PARTS, storageKeys } from "./parts.ts";
import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

/** A phone upright and turned, with the room that its notch and home bar take, px. */
const PHONES = [
  { width: 390, height: 844, insets: { top: 47, right: 0, bottom: 34, left: 0 } },
  { width: 844, height: 390, insets: { top: 0, right: 47, bottom: 21, left: 47 } },
];

/** Controls that stand still while the page scrolls. */
const CONTROLS = [`${PARTS.modeButton} span`, PARTS.progressStopName, PARTS.pagerButton, PARTS.pagerCount].join();

for (const { insets, ...screen } of PHONES)
  for (const mode of ["scroll", "cards", "article"] as const)
    test(`at ${screen.width}×${screen.height} notch and home bar cover no control of the view mode ${mode}`, async ({
      page,
      story,
    }) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.setViewportSize(screen);
      const session = await page.context().newCDPSession(page);
      await session.send("Emulation.setSafeAreaInsetsOverride", { insets });
      await page.addInitScript(([key, chosen]) => localStorage.setItem(key, chosen), [
        storageKeys("fixture").mode,
        mode,
      ] as const);
      await story.open("./#ships");
      await story.settled();
      const [shown, covered] = await page.evaluate(
        ({ selector, room: { top, right, bottom, left } }) => {
          const controls = [...document.querySelectorAll(selector)]
            .filter((node) => node.checkVisibility())
            .map((node) => ({ name: node.textContent, box: node.getBoundingClientRect() }));
          const under = controls.filter(
            ({ box }) =>
              box.top < top ||
              box.left < left ||
              box.right > innerWidth - right ||
              box.bottom > innerHeight - bottom + 0.5,
          );
          return [controls.length, under.map(({ name }) => name)];
        },
        { selector: CONTROLS, room: insets },
      );
      expect(shown).toBeGreaterThan(0);
      expect(covered).toEqual([]);
      expect(await layoutFaults(page)).toEqual([]);
      await story.text("ships").locator(PARTS.factLink).first().click();
      const close = await page.getByRole("button", { name: "收起" }).boundingBox();
      expect((close?.y ?? 1e6) + (close?.height ?? 0)).toBeLessThanOrEqual(screen.height - insets.bottom + 0.5);
      expect((close?.x ?? 1e6) + (close?.width ?? 0)).toBeLessThanOrEqual(screen.width - insets.right);
    });
