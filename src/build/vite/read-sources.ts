import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { STORY_FOLDER } from "../content/source-file.ts";

export const STORY_ROOT = STORY_FOLDER.replace(/\/$/, "");

export async function readSources(root = "."): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(join(root, STORY_ROOT))).filter((name) => /\.(?:md|ya?ml|csv)$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(root, STORY_ROOT, name), "utf8")));
  return new Map(names.map((name, index) => [STORY_FOLDER + name, texts[index] ?? ""]));
}
