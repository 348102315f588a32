import { availableParallelism } from "node:os";
import type { Plate } from "../publish/plate.ts";
import type { Outlines } from "../publish/standalone.ts";
import { faces } from "./faces.ts";
import { png } from "./raster.ts";

/** Writes a plate as an SVG file that needs nothing else. */
export type Standalone = (plate: Plate, outlines: Outlines) => string;

/** What the story's own code makes of its pictures: loaded by the build, not imported. */
export interface Press {
  readonly plates: readonly Plate[];
  readonly standalone: Standalone;
}

/** One picture by its file name, as SVG or PNG; undefined when no plate has that name. */
export async function picture({ plates, standalone }: Press, name: string): Promise<string | Uint8Array | undefined> {
  const plate = plates.find(({ file }) => name === `${file}.svg` || name === `${file}.png`);
  if (plate === undefined) return undefined;
  const [outlines, sans] = await faces([plate]);
  const svg = standalone(plate, outlines);
  return name.endsWith(".svg") ? svg : (await png(svg, plate.pixels, sans)).bytes;
}

/** All plates as SVG and PNG, by file name. `say` hears how far it has come, and at the end what it took. */
export async function pictures(
  { plates, standalone }: Press,
  say: (line: string) => void,
): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const start = performance.now();
  const [outlines, sans] = await faces(plates);
  const files = new Map<string, string | Uint8Array>();
  const waiting = [...plates];
  let painted = 0;

  async function work(): Promise<void> {
    for (let plate = waiting.shift(); plate !== undefined; plate = waiting.shift()) {
      const svg = standalone(plate, outlines);
      if (plate.formats.includes("svg")) files.set(`${plate.file}.svg`, svg);
      if (!plate.formats.includes("png")) continue;
      const { bytes, fresh } = await png(svg, plate.pixels, sans);
      files.set(`${plate.file}.png`, bytes);
      if (fresh && ++painted % 10 === 0) say(`${painted} pictures painted`);
    }
  }

  await Promise.all(Array.from({ length: availableParallelism() }, work));
  const took = performance.now() - start;
  say(`${plates.length} pictures, ${painted} of them painted anew, ${(took / 1000).toFixed(1)} s`);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
