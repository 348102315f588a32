import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { compareFiles } from "./compare.ts";

/** Texts by their file, relative to the folder of their goldens. */
export type Texts = ReadonlyMap<string, string>;

const CHANGED = /-changed(\.[a-z]+)$/;
const RENEW = "run npm run goldens";

/** Name of the file in which a text is kept that differs from its golden. */
export function nameChanged(file: string): string {
  return file.replace(/(\.[a-z]+)$/, "-changed$1");
}

/** Name of a golden in messages. */
function nameGolden(file: string): string {
  return file.replace(/\.svg$/, "");
}

/** Every file below a folder, relative to it, sorted; none where there is no folder. */
function listFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** A line that tells a text from its golden in a folder, null where both are the same or there is no golden. */
function tellDifference(folder: string, file: string, text: string): string | null {
  const path = join(folder, file);
  const difference = existsSync(path) ? compareFiles(file, readFileSync(path, "utf8"), text) : null;
  return difference === null ? null : `${nameGolden(file)}: ${difference}`;
}

/**
 * Compares texts with their goldens in a folder, and gives a line for each that differs or has none. A differing text
 * is written beside its golden as `NAME-changed`, and that file is removed when both agree.
 */
export function judgeGoldens(folder: string, made: Texts): readonly string[] {
  return [...made].flatMap(([file, text]) => {
    if (!existsSync(join(folder, file))) return [`${nameGolden(file)}: there is no golden of it: ${RENEW}`];
    const changed = join(folder, nameChanged(file));
    const line = tellDifference(folder, file, text);
    if (line === null) rmSync(changed, { force: true });
    else writeFileSync(changed, text);
    return line ?? [];
  });
}

/** Gives a line for each golden in a folder that none of `files` belongs to. */
export function findStale(folder: string, files: Iterable<string>): readonly string[] {
  const known = new Set(files);
  return listFiles(folder)
    .filter((file) => !known.has(file) && !known.has(file.replace(CHANGED, "$1")))
    .map((file) => `${nameGolden(file)}: nothing is compared with this golden: ${RENEW}`);
}

/** Results of a renewal: goldens that are new, those that differed with their differences, those that were removed. */
export interface Renewal {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Makes a folder hold these texts as its goldens and nothing else. */
export function renewGoldens(folder: string, made: Texts): Renewal {
  const before = listFiles(folder);
  const old = before.filter((file) => !CHANGED.test(file));
  const changed = [...made].flatMap(([file, text]) => tellDifference(folder, file, text) ?? []);
  for (const file of before) if (!made.has(file)) rmSync(join(folder, file));
  for (const [file, text] of made) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return {
    added: [...made.keys()].filter((file) => !old.includes(file)),
    changed,
    removed: old.filter((file) => !made.has(file)),
  };
}

/** Throws an Error of one line each where there are any. */
export function refuseDifferences(lines: readonly string[]): void {
  if (lines.length === 0) return;
  throw new Error(
    [...lines, "npm run gallery shows them beside their goldens, npm run goldens renews them"].join("\n"),
  );
}
