import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";
import { faintCharacters, testContrast } from "./text-contrast.ts";

testContrast([0, 1, 2, 3].map((rest) => ({ rest, tag: [] })));

test("a word that is too faint is named, and no other", async ({ page, story }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await story.open("./#chain");
  await story.settled();
  const word = story.text("chain").locator(PARTS.termLink).first();
  await word.evaluate((node) => (node.style.color = "#a89f90"));
  const [first, ...rest] = await faintCharacters(page, await page.context().newCDPSession(page));
  expect(first).toContain((await word.textContent()) ?? "");
  expect(rest).toEqual([]);
});
