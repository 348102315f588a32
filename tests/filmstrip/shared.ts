import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Frame } from "./strip.ts";

/** What a built site has for sharing: folder, the name's ending, and how the column is called. */
const KINDS = [
  ["cards", /(?<!-square)\.png$/, "card"],
  ["cards", /-square\.png$/, "square"],
  ["posters", /\.png$/, "poster"],
  ["carousels", /\.png$/, "carousel"],
  ["facts", /\.png$/, "figure"],
  ["long", /\.png$/, "long picture"],
] as const;

/** Every picture made for sharing in the site at `site`, as frames of a strip that lies in `out`. */
export async function sharedFrames(site: string, out: string): Promise<readonly Frame[]> {
  const found = KINDS.map(async ([folder, ending, look]) => {
    const names = await readdir(join(site, folder));
    return names.sort().flatMap((name): readonly Frame[] => {
      if (!ending.test(name)) return [];
      const file = relative(out, join(site, folder, name)).replaceAll("\\", "/");
      return [{ step: name.replace(ending, ""), look, file }];
    });
  });
  return (await Promise.all(found)).flat();
}
