import { expect, test, type Page } from "@playwright/test";
import { grainBoxes, jump, placeOf, settled, stepIds } from "./reading.ts";

const SCREENS = [
  { width: 320, height: 568 },
  { width: 360, height: 640 },
  { width: 390, height: 844 },
  { width: 430, height: 932 },
  { width: 844, height: 390 },
  { width: 768, height: 1024 },
  { width: 960, height: 640 },
  { width: 1000, height: 700 },
  { width: 1440, height: 900 },
];

/** Less than this, px, is the edge of a glyph's cell, not of its ink. */
const CELL = 1.5;

/** What is wrong with the picture and the text as the browser has laid them out, in words. */
async function faults(page: Page, index: number): Promise<readonly string[]> {
  return page.evaluate(
    ({ step, cell, seen }) => {
      interface Box {
        readonly name: string;
        readonly left: number;
        readonly right: number;
        readonly top: number;
        readonly bottom: number;
      }
      const found: string[] = [];
      const box = (name: string, { left, right, top, bottom }: Omit<Box, "name">, lead: number): Box => ({
        name,
        left: left + cell,
        right: right - cell,
        // A line's cell is taller than its ink, above more than below.
        top: top + (bottom - top) * lead,
        bottom: bottom - (bottom - top) * lead * 0.7,
      });
      const meet = (a: Box, b: Box): boolean =>
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

      const stage = document.querySelector(".stage svg");
      if (stage === null) return ["no stage"];
      const shown = (node: Element): boolean => Number(node.getAttribute("opacity") ?? 1) > 0.3;
      const labels = [...stage.querySelectorAll("text")]
        .filter(shown)
        .map((node) => box(node.textContent, node.getBoundingClientRect(), 0.18));
      const grains = seen.map((grain) => box("a grain", grain, 0));

      labels.forEach((label, i) => {
        for (const other of labels.slice(0, i))
          if (meet(label, other)) found.push(`「${label.name}」 overlaps 「${other.name}」`);
      });
      const frame = stage.getBoundingClientRect();
      for (const label of labels)
        if (label.left < 0 || label.right > innerWidth || label.top < 0 || label.bottom > frame.bottom)
          found.push(`「${label.name}」 is cut off`);

      const stations = [...document.querySelectorAll(".shaft a span:first-child")].map((node) =>
        box(`the station ${node.textContent}`, node.getBoundingClientRect(), 0.1),
      );
      for (const station of stations)
        for (const label of labels)
          if (meet(label, station)) found.push(`「${label.name}」 stands under ${station.name}`);

      // Lines of the step's text, where they can be seen: below the stage's edge they have faded into it.
      const words = document.querySelectorAll(".step")[step]?.querySelector(".words, .titles");
      const beside = frame.left > innerWidth * 0.2;
      const lines = [...(words?.querySelectorAll("h1, h2, p, li, summary, input") ?? [])].flatMap((node) =>
        node.getBoundingClientRect().width > 2
          ? [...node.getClientRects()].map((rect) => box(node.textContent.slice(0, 8), rect, 0.1))
          : [],
      );
      const cover = step === 0;
      for (const line of lines.filter(({ top }) => cover || beside || top > frame.bottom - 8))
        for (const mark of [...labels, ...grains])
          if (meet(line, mark)) found.push(`the text 「${line.name}」 covers ${mark.name}`);
      return [...new Set(found)];
    },
    { step: index, cell: CELL, seen: await grainBoxes(page) },
  );
}

for (const screen of SCREENS) {
  test(`at ${screen.width}×${screen.height} no label is cut or overlapped, and no text covers a mark at rest`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize(screen);
    await page.goto("./");
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    for (const [index, id] of (await stepIds(page)).entries()) {
      await jump(page, index === 0 ? 0 : await placeOf(page, index, 0.95));
      await settled(page);
      expect.soft(await faults(page, index), id).toEqual([]);
    }
  });
}
