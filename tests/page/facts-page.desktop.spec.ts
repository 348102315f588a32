import subsetFont from "subset-font";
import { missingCharacters } from "../../src/build/vite/fonts.ts";
import { PARTS } from "./parts.ts";
import { expect, test } from "./story-test.ts";
import { expectNoWiderThanScreen } from "./too-wide.ts";

test("the page of facts is nowhere wider than the screen, at any text size", async ({ page }) => {
  await page.goto("./facts/");
  await expectNoWiderThanScreen(page, PARTS.factsPage);
});

test("the story's font has every character that the page of facts sets in it", async ({ page, request }) => {
  await page.goto("./facts/");
  const text = await page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((node) => getComputedStyle(node).fontFamily.startsWith('"Anyuan Song"'))
      .flatMap((node) => [...node.childNodes].flatMap((child) => (child instanceof Text ? [child.data] : [])))
      .join(""),
  );
  expect(text).toContain("访谈里的事实");
  const sheet = await (await request.get("./facts/page.css")).text();
  const font = await request.get(/assets\/song-\w+\.woff2/.exec(sheet)?.[0] ?? "");
  const words = [...new Set(text)].filter((character) => /\S/u.test(character)).join("");
  expect(missingCharacters(await subsetFont(await font.body(), words, { targetFormat: "truetype" }), words)).toEqual(
    [],
  );
});
