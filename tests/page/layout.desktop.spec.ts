import { layoutFaults } from "./layout-faults.ts";
import { PARTS } from "./parts.ts";
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

/** Characters of 「2025年12月31日」; a longer fact may need two lines. */
const SHORT = 11;

/** Runs in the page: ends of texts whose last line holds no more than two characters beside its marks. */
function findShortEnds(parts: typeof PARTS): readonly string[] {
  const range = document.createRange();
  const text = document.querySelectorAll(`${parts.text} p:not([class])`);
  return [...text].flatMap((paragraph) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const letters: { readonly letter: string; readonly bottom: number }[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      [...(node.textContent ?? "")].forEach((letter, index) => {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        if (/[\p{L}\p{N}]/u.test(letter)) letters.push({ letter, bottom: range.getBoundingClientRect().bottom });
      });
    const foot = letters.at(-1)?.bottom ?? 0;
    const last = letters.filter(({ bottom }) => Math.abs(bottom - foot) < 8);
    return last.length > 2 || last.length === letters.length ? [] : [last.map(({ letter }) => letter).join("")];
  });
}

for (const screen of [
  { width: 360, height: 640 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1440, height: 900 },
])
  test(`at ${screen.width}×${screen.height} no number breaks from its unit, and no text ends in one or two characters`, async ({
    page,
    story,
  }) => {
    await page.setViewportSize(screen);
    await story.open();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const links = await page.$$eval(`${PARTS.text} ${PARTS.factLink}`, (nodes) =>
      nodes.map((node) => ({ text: node.textContent ?? "", lines: node.getClientRects().length })),
    );
    const short = links.filter(({ text }) => text.length <= SHORT);
    expect(short.length).toBeGreaterThan(20);
    expect(short.filter(({ lines }) => lines !== 1)).toEqual([]);
    expect(await page.evaluate(findShortEnds, PARTS)).toEqual([]);
  });
