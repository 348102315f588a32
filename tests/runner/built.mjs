// @ts-check
/** Decides whether `dist/` can be used as it is. */

import { readdir, stat, utimes } from "node:fs/promises";
import { join } from "node:path";

/** The site is made of these. */
const SOURCES = ["src", "story", "assets", "index.html", "vite.config.ts", "package-lock.json"];
/** The page that every build writes. */
const PAGE = join("dist", "index.html");

/**
 * Both in ms; a build is undefined where there is none, and one as old as its sources may lack the last change.
 * @param {number | undefined} built
 * @param {number} changed
 */
export function isCurrent(built, changed) {
  return built !== undefined && built > changed;
}

/** @param {string} root */
export async function hasCurrentBuild(root) {
  const built = (await stat(join(root, PAGE)).catch(() => undefined))?.mtimeMs;
  const changes = await Promise.all(SOURCES.map((name) => findLastChange(join(root, name))));
  return isCurrent(built, Math.max(...changes));
}

/**
 * Dates the build back to its start, so that a source saved while it ran is newer.
 * @param {string} root
 * @param {Date} start
 */
export async function dateBuild(root, start) {
  await utimes(join(root, PAGE), start, start);
}

/**
 * Folders count too: one that loses a file has changed.
 * @param {string} path
 * @returns {Promise<number>} ms
 */
async function findLastChange(path) {
  const found = await stat(path);
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  return Math.max(found.mtimeMs, ...(await Promise.all(names.map((name) => findLastChange(join(path, name))))));
}
