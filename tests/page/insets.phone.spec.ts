import { expect, test } from "@playwright/test";
import { crowding } from "./crowding.ts";
import { settled } from "./reading.ts";

/** What a notch and a home bar take of a phone's screen, px. */
const PHONES = [
  { width: 390, height: 844, insets: { top: 47, right: 0, bottom: 34, left: 0 } },
  { width: 844, height: 390, insets: { top: 0, right: 47, bottom: 21, left: 47 } },
];

for (const { insets, ...screen } of PHONES)
  for (const reading of ["scroll", "cards", "article"] as const)
    test(`at ${screen.width}×${screen.height} notch and home bar cover no control of the ${reading} reading`, async ({
      page,
    }) => {
      await page.emulateMedia({ reducedMotion: "reduce" });
      await page.setViewportSize(screen);
      const session = await page.context().newCDPSession(page);
      await session.send("Emulation.setSafeAreaInsetsOverride", { insets });
      await page.addInitScript((chosen) => localStorage.setItem("anyuan.reading.1", chosen), reading);
      await page.goto("./#growth");
      await settled(page);
      const covered = await page.evaluate(
        ({ top, right, bottom, left }) =>
          [...document.querySelectorAll(".choice summary span, .shaft a span:first-child, .pager button, .pager b")]
            .filter((node) => node.checkVisibility())
            .map((node) => ({ name: node.textContent, box: node.getBoundingClientRect() }))
            .filter(
              ({ box }) =>
                box.top < top ||
                box.left < left ||
                box.right > innerWidth - right ||
                box.bottom > innerHeight - bottom + 0.5,
            )
            .map(({ name }) => name),
        insets,
      );
      expect(covered).toEqual([]);
      expect(await crowding(page)).toEqual([]);
      await page.locator('[data-step="growth"] .words a.fact').first().click();
      const close = await page.getByRole("button", { name: "收起" }).boundingBox();
      expect((close?.y ?? 1e6) + (close?.height ?? 0)).toBeLessThanOrEqual(screen.height - insets.bottom + 0.5);
      expect((close?.x ?? 1e6) + (close?.width ?? 0)).toBeLessThanOrEqual(screen.width - insets.right);
    });
