import type { Page } from "@playwright/test";
import sharp from "sharp";
import { contrast } from "../../src/picture/colour.ts";
import type { Rgb } from "../../src/picture/model.ts";

/** A character as it stands on the screen, CSS pixels. */
interface Character {
  readonly text: string;
  readonly where: string;
  readonly large: boolean;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
}

/** Every character that is to be read now: of the page's running text, which passes below the picture, and of the picture itself. */
function characters(page: Page): Promise<readonly Character[]> {
  return page.evaluate(() => {
    const READ = /[\p{L}\p{N}]/u;
    const stage = document.querySelector(".stage")?.getBoundingClientRect();
    const beside = stage !== undefined && stage.left > 0;
    const found: Character[] = [];

    function add(text: string, node: Element, size: number, boxes: readonly DOMRect[]): void {
      const style = getComputedStyle(node);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      const passing = node.closest(".words") !== null && !beside;
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
      if (
        parent.closest(".visually-hidden, .skip, figure, details:not([open]) > :not(summary), dialog, script") !== null
      )
        continue;
      if (parent.closest(".live .chapters h2, .live .chapters h3") !== null) continue;
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
    for (const node of document.querySelectorAll<SVGTextElement>(".stage text")) {
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
  });
}

/** Makes all text invisible and nothing else, or visible again. */
async function blank(page: Page, on: boolean): Promise<void> {
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
  readonly at: (x: number, y: number) => Rgb;
  readonly ratio: number;
}

async function pixels(page: Page): Promise<Pixels> {
  const { data, info } = await sharp(await page.screenshot({ scale: "device" }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const width = page.viewportSize()?.width ?? info.width;
  return {
    ratio: info.width / width,
    at(x, y) {
      const from = (y * info.width + x) * 3;
      return [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0];
    },
  };
}

/**
 * Characters whose ink, as painted, stands too little off what is painted behind it: WCAG AA, 3 for large type and 4.5 for the rest.
 * Both are read from the screen, with the text and without, so overlays, fades and fills count for what they do.
 */
export async function faint(page: Page): Promise<readonly string[]> {
  const all = await characters(page);
  const written = await pixels(page);
  await blank(page, true);
  const bare = await pixels(page);
  await blank(page, false);
  const { ratio } = written;
  const worst = new Map<string, string>();
  for (const { text, where, large, box } of all) {
    const [left = 0, top = 0, right = 0, bottom = 0] = box.map((length) => Math.round(length * ratio));
    let best = 1;
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) best = Math.max(best, contrast(written.at(x, y), bare.at(x, y)));
    if (best < (large ? 3 : 4.5)) worst.set(where, `${where} (${text}) ${best.toFixed(2)}`);
  }
  return [...worst.values()];
}
