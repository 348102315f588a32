import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { zipSync } from "fflate";

export type FileMap = ReadonlyMap<string, Uint8Array>;

export const CHECKSUM_FILE = "SHA256SUMS";

/** ZIP's earliest date, for every file: the same site gives the same bytes. */
const DAY = new Date(1980, 0, 1);

const PACKED = /\.(?:png|jpe?g|mp4|woff2|ico)$/;

function sum(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function byPath([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number {
  return a < b ? -1 : 1;
}

export function zipWithChecksums(files: FileMap, name: string): Uint8Array {
  const sorted = [...files].sort(byPath);
  const sums = sorted.map(([path, bytes]) => `${sum(bytes)}  ${path}\n`).join("");
  const entries = [...sorted, [CHECKSUM_FILE, new TextEncoder().encode(sums)] as const];
  return zipSync(
    Object.fromEntries(
      entries.map(([path, bytes]) => [`${name}/${path}`, [bytes, { level: PACKED.test(path) ? 0 : 9, mtime: DAY }]]),
    ),
  );
}

export async function readFolder(root: string): Promise<FileMap> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = paths.map(async (path) => [relative(root, path).split(sep).join("/"), await readFile(path)] as const);
  return new Map(await Promise.all(read));
}

/** Throws a TypeError when package.json has no name or version. */
export async function packageInfo(): Promise<{ readonly name: string; readonly version: string }> {
  const pack: unknown = JSON.parse(await readFile("package.json", "utf8"));
  if (typeof pack === "object" && pack !== null && "name" in pack && "version" in pack) {
    const { name, version } = pack;
    if (typeof name === "string" && typeof version === "string") return { name, version };
  }
  throw new TypeError("package.json without name or version");
}

export async function writeArchive(files: FileMap, release: string, title: string): Promise<void> {
  const bytes = zipWithChecksums(files, title);
  await mkdir(release, { recursive: true });
  await writeFile(`${release}/${title}.zip`, bytes);
  await writeFile(`${release}/${title}.zip.sha256`, `${sum(bytes)}  ${title}.zip\n`);
  process.stdout.write(`${release}/${title}.zip: ${files.size} files, ${(bytes.length / 1e6).toFixed(1)} MB\n`);
}
