import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Problem } from "../content/problem.ts";
import { ASSETS_FOLDER } from "../content/recordings.ts";
import { STORY_FOLDER } from "../content/source-file.ts";
import { missingFolder, unreadableFile } from "../content/unreadable.ts";
import { StoryError } from "./story-error.ts";

export const STORY_ROOT = STORY_FOLDER.replace(/\/$/, "");
export const ASSETS_ROOT = ASSETS_FOLDER.replace(/\/$/, "");

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Throws a `StoryError` that names the folder or every file that cannot be read. */
export async function readSources(root = "."): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(join(root, STORY_ROOT)).catch((): never => {
    throw new StoryError([missingFolder()], root);
  });
  const names = entries.filter((name) => /\.(?:md|ya?ml|csv)$/.test(name)).sort();
  const texts = new Map<string, string>();
  const refused: Problem[] = [];
  for (const name of names)
    try {
      texts.set(STORY_FOLDER + name, await readFile(join(root, STORY_ROOT, name), "utf8"));
    } catch (error) {
      refused.push(unreadableFile(name, codeOf(error)));
    }
  if (refused.length > 0) throw new StoryError(refused, root);
  return texts;
}

/** Lists the addresses of the files in the folder that the site takes as it is; none if there is no such folder. */
export async function readAssets(root = "."): Promise<ReadonlySet<string>> {
  const folder = join(root, ASSETS_ROOT);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => !entry.isDirectory());
  const paths = files.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"));
  return new Set(paths.map(encodeURI));
}
