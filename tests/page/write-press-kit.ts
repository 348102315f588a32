import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readFolder } from "../../src/build/cli/archive.ts";
import { pressKitFiles } from "../../src/build/cli/pack-press-kit.ts";
import { fixtureStory } from "../fixture-story/compiled.ts";

/** Writes the press kit of the fixture story, unpacked: `site` is the folder of the built story. */
export async function main([site = "", out = ""]: readonly string[]): Promise<number> {
  for (const [path, bytes] of pressKitFiles(fixtureStory(), await readFolder(site), "")) {
    await mkdir(join(out, dirname(path)), { recursive: true });
    await writeFile(join(out, path), bytes);
  }
  return 0;
}
