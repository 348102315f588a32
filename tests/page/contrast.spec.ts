import { expect, test } from "@playwright/test";
import { faint } from "./ink.ts";
import { jump, placeOf, settled, stepIds } from "./reading.ts";

test.use({ deviceScaleFactor: 2 });

for (const colorScheme of ["light", "dark"] as const) {
  test(`every word can be read on what is painted behind it, at every step at rest, ${colorScheme}`, async ({ page }, {
    project,
  }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto("./");
    await page.evaluate(() => document.fonts.ready);
    const found: string[] = [];
    // Large screens are slow to read back, and their words are the same: some steps of each chapter.
    const every = project.name === "chromium-phone" ? 1 : 4;
    for (const [index, id] of (await stepIds(page)).entries()) {
      if (index % every !== 0) continue;
      await jump(page, index === 0 ? 0 : await placeOf(page, index, 0.92));
      await settled(page);
      await page.waitForTimeout(350);
      for (const line of await faint(page)) found.push(`${id}: ${line}`);
    }
    expect(found).toEqual([]);
  });
}

test("the measure names a word that is too faint, and no other", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("./#bridge");
  await settled(page);
  const word = page.locator('[data-step="bridge"] a.term').first();
  await word.evaluate((node) => (node.style.color = "#a89f90"));
  const [first, ...rest] = await faint(page);
  expect(first).toContain((await word.textContent()) ?? "");
  expect(rest).toEqual([]);
});
