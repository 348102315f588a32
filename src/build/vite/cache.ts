import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A week, so that builds of another branch still find their files. */
const KEPT_DAYS = 7;

const FOLDER = join("node_modules", ".cache", "story");

/**
 * `kind` and `ending` name the file; `from` lists everything that determines its bytes, versions of the code included.
 */
export interface CacheKey {
  readonly kind: string;
  readonly ending: string;
  readonly from: readonly (string | Uint8Array)[];
}

export interface CacheEntry {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fresh: boolean;
}

export async function cached({ kind, ending, from }: CacheKey, make: () => Promise<Uint8Array>): Promise<CacheEntry> {
  const hash = createHash("sha256");
  for (const part of from) hash.update(createHash("sha256").update(part).digest());
  const path = join(FOLDER, `${kind}-${hash.digest("hex").slice(0, 32)}.${ending}`);
  const known = await readFile(path).catch(() => undefined);
  if (known !== undefined) {
    const now = new Date();
    await utimes(path, now, now).catch(() => undefined);
    return { path, bytes: new Uint8Array(known), fresh: false };
  }

  const bytes = new Uint8Array(await make());
  await mkdir(FOLDER, { recursive: true });
  // Write to a temporary name, then rename: a concurrent build never reads half a file.
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, bytes);
  await rename(draft, path);
  return { path, bytes, fresh: true };
}

export async function pruneCache(folder = FOLDER): Promise<void> {
  const oldest = Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000;
  const names = await readdir(folder).catch(() => []);
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      // A concurrent build may have removed it.
      const used = (await stat(path).catch(() => undefined))?.mtimeMs ?? Infinity;
      if (used < oldest) await rm(path, { force: true });
    }),
  );
}

export function contentHash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}
