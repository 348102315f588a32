import { availableParallelism } from "node:os";
import { renderAsync } from "@resvg/resvg-js";
import sharp from "sharp";
import type { LongImagePart } from "../images/long-image.ts";
import type { GlyphOutlines, StandaloneFormat } from "../images/standalone-svg.ts";
import type { ImageSpec } from "../images/step-image.ts";
import { cached, type CacheEntry } from "./cache.ts";
import { imageFonts, type SansFont } from "./fonts.ts";

/** Cache version: change it with the rendering code or the libraries. */
const PNG_CACHE_KEY = "resvg 2.6.2, sharp 0.35.5, 1";

/** Renders an SVG as a PNG of at most 256 colours, `width` device pixels wide. Deterministic and cached. */
export function rasterize(svg: string, width: number, sans: SansFont): Promise<CacheEntry> {
  return cached(
    { kind: "picture", ending: "png", from: [PNG_CACHE_KEY, String(width), sans.source, svg] },
    async () => {
      const { pixels, ...size } = await paint(svg, width, sans);
      // Flat colours and hard edges: dithering would only add noise.
      return sharp(pixels, { raw: { ...size, channels: 4 } })
        .png({ palette: true, effort: 1, compressionLevel: 9, dither: 0 })
        .toBuffer();
    },
  );
}

async function paint(svg: string, width: number, sans: SansFont) {
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: [sans.path], defaultFontFamily: "Noto Sans SC" },
    fitTo: { mode: "width", value: width },
  });
  return { pixels: image.pixels, width: image.width, height: image.height };
}

/** Cache version: change it with `join`. */
const STACK_CACHE_KEY = "sharp 0.35.5, 2";

export async function stackImages(
  slices: readonly LongImagePart[],
  standalone: ToSvg,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const [outlines, sans] = await imageFonts(slices.flatMap(({ panels }) => panels));
  const files = new Map<string, Uint8Array>();
  for (const { file, panels } of slices) {
    const painted = await Promise.all(
      panels.map((panel) => rasterize(standalone(panel, outlines, "png"), panel.pixels, sans)),
    );
    const parts = painted.map(({ bytes }) => bytes);
    const { bytes } = await cached({ kind: "slice", ending: "png", from: [STACK_CACHE_KEY, ...parts] }, () =>
      join(parts),
    );
    files.set(`${file}.png`, bytes);
  }
  return files;
}

async function join(parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const painted = await Promise.all(
    parts.map(async (bytes) => {
      const input = Buffer.from(bytes);
      const { width, height } = await sharp(input).metadata();
      return { input, width, height };
    }),
  );
  const tops = painted.map((_, index) => painted.slice(0, index).reduce((sum, { height }) => sum + height, 0));
  const width = Math.max(...painted.map((part) => part.width));
  const height = painted.reduce((sum, part) => sum + part.height, 0);
  return sharp({ create: { width, height, channels: 3, background: "white" } })
    .composite(painted.map(({ input }, index) => ({ input, left: 0, top: tops[index] ?? 0 })))
    .png({ palette: true, effort: 1, compressionLevel: 9, dither: 0 })
    .toBuffer();
}

export type ToSvg = (image: ImageSpec, outlines: GlyphOutlines, format: StandaloneFormat) => string;

export interface ImageSource {
  readonly images: readonly ImageSpec[];
  readonly standalone: ToSvg;
}

export async function renderImage(
  { images, standalone }: ImageSource,
  name: string,
): Promise<string | Uint8Array | undefined> {
  const image = images.find(({ file }) => name === `${file}.svg` || name === `${file}.png`);
  if (image === undefined) return undefined;
  const [outlines, sans] = await imageFonts([image]);
  if (name.endsWith(".svg")) return standalone(image, outlines, "svg");
  return (await rasterize(standalone(image, outlines, "png"), image.pixels, sans)).bytes;
}

export async function renderImages(
  { images, standalone }: ImageSource,
  say: (line: string) => void,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const start = performance.now();
  const [outlines, sans] = await imageFonts(images);
  const files = new Map<string, string | Uint8Array>();
  const waiting = [...images];
  let painted = 0;

  async function work(): Promise<void> {
    for (let image = waiting.shift(); image !== undefined; image = waiting.shift()) {
      if (image.formats.includes("svg")) files.set(`${image.file}.svg`, standalone(image, outlines, "svg"));
      if (!image.formats.includes("png")) continue;
      const { bytes, fresh } = await rasterize(standalone(image, outlines, "png"), image.pixels, sans);
      files.set(`${image.file}.png`, bytes);
      if (fresh && ++painted % 10 === 0) say(`${painted} pictures painted`);
    }
  }

  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const took = performance.now() - start;
  say(`${images.length} pictures, ${painted} of them painted anew, ${(took / 1000).toFixed(1)} s`);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
