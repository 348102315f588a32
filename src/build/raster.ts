import { renderAsync } from "@resvg/resvg-js";
import sharp from "sharp";
import { kept, type Kept } from "./cache.ts";
import type { Sans } from "./font.ts";

/** Changes when the way of painting changes, the libraries' versions among it. */
const RECIPE = "resvg 2.6.2, sharp 0.35.5, 1";

/**
 * An SVG text painted as a PNG `width` device pixels wide in at most 256 colours, its texts in the sans face. The same text
 * gives the same bytes, and what was painted before is not painted again.
 */
export function png(svg: string, width: number, sans: Sans): Promise<Kept> {
  return kept({ kind: "picture", ending: "png", from: [RECIPE, String(width), sans.source, svg] }, async () => {
    const { pixels, ...size } = await paint(svg, width, sans);
    // Flat colours and hard edges: dithering would only add noise.
    return sharp(pixels, { raw: { ...size, channels: 4 } })
      .png({ palette: true, effort: 1, compressionLevel: 9, dither: 0 })
      .toBuffer();
  });
}

async function paint(svg: string, width: number, sans: Sans) {
  const image = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles: [sans.path], defaultFontFamily: "Noto Sans SC" },
    fitTo: { mode: "width", value: width },
  });
  return { pixels: image.pixels, width: image.width, height: image.height };
}
