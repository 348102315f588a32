import sharp from "sharp";
import type { Slice } from "../publish/panel.ts";
import type { Standalone } from "./pictures.ts";
import { kept } from "./cache.ts";
import { faces } from "./faces.ts";
import { png } from "./raster.ts";

/** Changes when the way of joining changes. */
const RECIPE = "sharp 0.35.5, 2";

/** The long picture's files by name, each of its panels one under the other. */
export async function joined(
  slices: readonly Slice[],
  standalone: Standalone,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const [outlines, sans] = await faces(slices.flatMap(({ panels }) => panels));
  const files = new Map<string, Uint8Array>();
  for (const { file, panels } of slices) {
    const painted = await Promise.all(panels.map((panel) => png(standalone(panel, outlines), panel.pixels, sans)));
    const parts = painted.map(({ bytes }) => bytes);
    const { bytes } = await kept({ kind: "slice", ending: "png", from: [RECIPE, ...parts] }, () => join(parts));
    files.set(`${file}.png`, bytes);
  }
  return files;
}

/** Pictures of one width, one under the other. */
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
