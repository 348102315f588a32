import type { CDPSession, Page } from "@playwright/test";
import sharp from "sharp";
import { PARTS } from "./parts.ts";
import { showColorScheme } from "./story-page.ts";
import { expect, test } from "./story-test.ts";

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** A character as it stands on the screen, CSS pixels. */
interface Character {
  readonly text: string;
  readonly where: string;
  readonly large: boolean;
  readonly box: Box;
}

/** Every character on the screen: of the page's running text, which passes below the picture, and of the picture itself. */
function characters(page: Page): Promise<readonly Character[]> {
  return page.evaluate((parts) => {
    const READ = /[\p{L}\p{N}]/u;
    const stage = document.querySelector(parts.stage)?.getBoundingClientRect();
    const beside = stage !== undefined && stage.left > 0;
    const found: Character[] = [];
    // The headings of steps stand on their pictures.
    const closed = "figure, details:not([open]) > :not(summary), dialog, script";
    const unread = `${parts.visuallyHidden}, ${parts.skipLink}, ${closed}, ${parts.chapterHeadings}`;

    function add(text: string, node: Element, size: number, boxes: readonly DOMRect[]): void {
      const style = getComputedStyle(node);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const passing = node.closest(parts.text) !== null && !beside;
      boxes.forEach((box, index) => {
        const char = text[index] ?? "";
        if (!READ.test(char) || box.width < 2 || box.top < 0 || box.bottom > innerHeight || box.right > innerWidth)
          return;
        if (passing && box.top < (stage?.bottom ?? 0)) return;
        found.push({ text: char, where: text, large, box: [box.left, box.top, box.right, box.bottom] });
      });
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent ?? "";
      if (!(parent instanceof HTMLElement) || text.trim() === "" || !parent.checkVisibility()) continue;
      if (parent.closest(unread) !== null) continue;
      const area = parent.getBoundingClientRect();
      if (area.bottom < 0 || area.top > innerHeight) continue;
      const boxes = [...text].map((_, index) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        return range.getBoundingClientRect();
      });
      add(text, parent, Number.parseFloat(getComputedStyle(parent).fontSize), boxes);
    }
    for (const node of document.querySelectorAll<SVGTextElement>(`${parts.stage} text`)) {
      const matrix = node.getScreenCTM();
      if (matrix === null || Number(node.getAttribute("opacity") ?? 1) < 0.1 || node.getAttribute("fill") === "none")
        continue;
      const boxes = [...node.textContent].map((_, index) => {
        const { x, y, width, height } = node.getExtentOfChar(index);
        const corners = [
          [x, y],
          [x + width, y + height],
          [x + width, y],
          [x, y + height],
        ].map(([left, top]) => new DOMPoint(left, top).matrixTransform(matrix));
        const [left, top] = [Math.min(...corners.map((c) => c.x)), Math.min(...corners.map((c) => c.y))];
        return new DOMRect(
          left,
          top,
          Math.max(...corners.map((c) => c.x)) - left,
          Math.max(...corners.map((c) => c.y)) - top,
        );
      });
      add(node.textContent, node, Number(node.getAttribute("font-size")), boxes);
    }
    return found;
  }, PARTS);
}

/** Makes all text invisible and nothing else, or visible again. */
async function hideText(page: Page, on: boolean): Promise<void> {
  await page.evaluate((disabled) => {
    let sheet = document.adoptedStyleSheets[0];
    if (sheet === undefined) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync("*{color:transparent!important;transition:none!important}text{fill:transparent!important}");
      document.adoptedStyleSheets = [sheet];
    }
    sheet.disabled = disabled;
  }, !on);
}

interface Pixels {
  /** Red, green and blue of each pixel, row by row. */
  readonly colours: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Linear light of a channel's 256 values. */
const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

/** Relative luminance of a pixel, as WCAG defines it. */
function luminance({ colours }: Pixels, pixel: number): number {
  const light = (at: number): number => LINEAR[colours[at] ?? 0] ?? 0;
  return 0.2126 * light(3 * pixel) + 0.7152 * light(3 * pixel + 1) + 0.0722 * light(3 * pixel + 2);
}

/** Device pixels of a CSS pixel, to look at a window. */
const RATIO = 2;
/** And at a character that seems too faint: a stroke thinner than a pixel is painted paler than it is. */
const CLOSE_RATIO = 6;

/** A part of the window as it is painted; `optimizeForSpeed` packs the file badly, which takes a third of the time. */
async function readPixels(page: Page, session: CDPSession, part: Box, ratio: number): Promise<Pixels> {
  const [left, top, right, bottom] = part;
  const [x, y] = await page.evaluate(() => [scrollX, scrollY] as const);
  const shot = await session.send("Page.captureScreenshot", {
    optimizeForSpeed: true,
    clip: { x: x + left, y: y + top, width: right - left, height: bottom - top, scale: ratio },
  });
  const { data, info } = await sharp(Buffer.from(shot.data, "base64"))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { colours: data, width: info.width, height: info.height };
}

/** The same part with its text and without. */
async function readBoth(
  page: Page,
  session: CDPSession,
  part: Box,
  ratio: number,
): Promise<readonly [written: Pixels, bare: Pixels]> {
  const written = await readPixels(page, session, part, ratio);
  await hideText(page, true);
  const bare = await readPixels(page, session, part, ratio);
  await hideText(page, false);
  return [written, bare];
}

/** The highest contrast of ink and ground among the pixels of a box, device pixels, or the first that is `enough`. */
function bestContrast(written: Pixels, bare: Pixels, [left, top, right, bottom]: Box, enough: number): number {
  let best = 1;
  for (let y = top; y < bottom && best < enough; y++)
    for (let x = left; x < right && best < enough; x++) {
      const pixel = y * written.width + x;
      const [ink, ground] = [luminance(written, pixel), luminance(bare, pixel)];
      best = Math.max(best, (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05));
    }
  return best;
}

/**
 * Characters whose ink, as painted, stands too little off its background: WCAG AA, 3 for large type and 4.5 for the rest.
 * Both are read from the screen, with the text and without, so overlays, fades and fills count for what they do.
 */
export async function faintCharacters(page: Page, session: CDPSession): Promise<readonly string[]> {
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const all = await characters(page);
  const [written, bare] = await readBoth(page, session, [0, 0, width, height], RATIO);
  const faint = new Map<string, string>();
  for (const { text, where, large, box } of all) {
    const [left, top, right, bottom] = box;
    const enough = large ? 3 : 4.5;
    const scaled: Box = [
      Math.round(left * RATIO),
      Math.round(top * RATIO),
      Math.round(right * RATIO),
      Math.round(bottom * RATIO),
    ];
    if (faint.has(where) || bestContrast(written, bare, scaled, enough) >= enough) continue;
    const [near, nearBare] = await readBoth(page, session, box, CLOSE_RATIO);
    const best = bestContrast(near, nearBare, [0, 0, near.width, near.height], enough);
    if (best < enough) faint.set(where, `${where} (${text}) ${best.toFixed(2)}`);
  }
  return [...faint.values()];
}

/** Tests of every word at rest, by day and by night, each of every fourth step from step `rest`. */
export function testContrast(parts: readonly { readonly rest: number; readonly tag: "@wide" | [] }[]): void {
  for (const { rest, tag } of parts)
    test(
      `every word stands off its background by day and by night, every fourth step from step ${rest}`,
      { tag },
      async ({ page, story }) => {
        await page.emulateMedia({ reducedMotion: "reduce" });
        await story.open();
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        const session = await page.context().newCDPSession(page);
        const found: string[] = [];
        for (const [index, id] of (await story.stepIds()).entries()) {
          if (index % 4 !== rest) continue;
          await (index === 0 ? story.settled() : story.goTo(index, 0.92));
          for (const colorScheme of ["light", "dark"] as const) {
            await showColorScheme(page, colorScheme);
            for (const line of await faintCharacters(page, session)) found.push(`${id}, ${colorScheme}: ${line}`);
          }
        }
        expect(found).toEqual([]);
      },
    );
}
