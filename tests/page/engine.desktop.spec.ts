import { expect, test } from "./story-test.ts";

test.use({ site: "fixture" });

test("reduced motion and the dark scheme can be asked of this engine", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
  await page.goto("./");
  const seen = await page.evaluate(() =>
    ["(prefers-reduced-motion: reduce)", "(prefers-color-scheme: dark)"].map((query) => matchMedia(query).matches),
  );
  expect(seen).toEqual([true, true]);
});
