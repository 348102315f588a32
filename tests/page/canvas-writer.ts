import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { createServer } from "vite";
import type { Moment } from "./canvas-writer-worker.ts";

/** An engine, whatever drives it. */
export interface Browser {
  /** Calls a function of `canvas-writer-page.ts`, which returns the colour of the spot at the window's foot. */
  readonly show: (by: "showSvg" | "showCanvas", moment: Moment) => Promise<string>;
  /** Returns a picture of the window. */
  readonly shoot: () => Promise<Buffer>;
}

export interface WriterPage {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves the sources with the page of both writers. */
export async function serveWriters(): Promise<WriterPage> {
  const server = await createServer({
    server: { port: 0, host: "127.0.0.1", hmr: false, watch: null },
    logLevel: "error",
  });
  await server.listen();
  return { address: `${server.resolvedUrls?.local[0]}tests/page/canvas-writer.html`, close: () => server.close() };
}

/** A window that all engines can have; the stage of the wide size has its title beside it. */
export const WINDOW = { width: 900, height: 640 };

const SIZES = [
  { width: 390, height: 490 },
  { width: 900, height: 600, untitled: true },
];

/** Steps with rotated, squeezed and dashed marks, at rest, in their action and in their entry. */
const PLACES = [
  { step: 0, progress: 1 },
  { step: 3, progress: 0.25 },
  { step: 5, progress: 1 },
  { step: 9, progress: 0.3 },
  { step: 20, progress: 1 },
  { step: 26, progress: 0.4 },
];

/** Largest difference of a channel that counts as the same, of 255: edges are smoothed by other code. */
export interface Tolerance {
  readonly marks: number;
  /** Letters stand up to a quarter of a pixel apart, where a glyph's place is rounded. */
  readonly words: number;
}

const MOST = 0.005;

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function differingShare(one: Uint8Array, other: Uint8Array, tolerance: number): number {
  const differs = (at: number): boolean => Math.abs((one[at] ?? 0) - (other[at] ?? 0)) > tolerance;
  let differing = 0;
  for (let at = 0; at < one.length; at += 3) if (differs(at) || differs(at + 1) || differs(at + 2)) differing++;
  return differing / (one.length / 3);
}

async function pixels(shot: Buffer, area: Area): Promise<Uint8Array> {
  return sharp(shot).extract(area).removeAlpha().raw().toBuffer();
}

/** Shows a moment and returns its pixels, as soon as the browser's screenshot has come to it. */
async function shown(
  { show, shoot }: Browser,
  by: Parameters<Browser["show"]>[0],
  moment: Moment,
  ratio: number,
): Promise<Uint8Array> {
  const colour = await show(by, moment);
  const spot = { left: 4 * ratio, top: (WINDOW.height - 4) * ratio, width: 1, height: 1 };
  for (let tries = 0; tries < 40; tries++) {
    const shot = await shoot();
    if (`#${Buffer.from(await pixels(shot, spot)).toString("hex")}` !== colour) continue;
    const { width, height } = moment.size;
    return pixels(shot, { left: 0, top: 0, width: width * ratio, height: height * ratio });
  }
  throw new Error(`no screenshot of ${colour}`);
}

/** Expects canvas and SVG to show the same; notes the largest share of pixels that differ, without and with words. */
export async function expectSamePixels(browser: Browser, tolerance: Tolerance, ratio = 1): Promise<void> {
  const worst = { marks: 0, words: 0 };
  for (const [index, place] of PLACES.entries())
    for (const size of SIZES)
      for (const name of ["marks", "words"] as const) {
        const moment = { ...place, size, theme: index % 2 === 0 ? "day" : "night", words: name === "words" } as const;
        const svg = await shown(browser, "showSvg", moment, ratio);
        // A browser may show a worker's frame some frames late.
        await expect(async () => {
          const share = differingShare(svg, await shown(browser, "showCanvas", moment, ratio), tolerance[name]);
          expect(share, JSON.stringify(moment)).toBeLessThanOrEqual(MOST);
          worst[name] = Math.max(worst[name], share);
        }).toPass({ timeout: 60_000 });
      }
  test.info().annotations.push({ type: "largest share of differing pixels", description: JSON.stringify(worst) });
}

/** Opens the page of both writers. */
export async function openWriters(page: Page, address: string): Promise<Browser> {
  await page.goto(address);
  await page.waitForFunction(() => "showCanvas" in window);
  return {
    show: (by, moment) => page.evaluate(([name, at]) => Reflect.get(window, name)(at), [by, moment] as const),
    shoot: () => page.screenshot(),
  };
}
