import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Days after which a file that nothing asked for is forgotten: builds of another branch find theirs again within a week. */
const KEPT_DAYS = 7;

const FOLDER = join("node_modules", ".cache", "anyuan");

/** What a made file is: `kind` and `ending` name it, `from` is everything it is made of, the way of making among it. */
export interface CacheKey {
  readonly kind: string;
  readonly ending: string;
  readonly from: readonly (string | Uint8Array)[];
}

export interface CacheEntry {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether it had to be made now. */
  readonly fresh: boolean;
}

/** The file of a recipe: as it was made before, or made now and kept. Equal recipes must make equal bytes. */
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
  // Written beside and moved, so that a build running at the same time never reads half a file.
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, bytes);
  await rename(draft, path);
  return { path, bytes, fresh: true };
}

/** Removes what nothing has asked for in a week, so that the folder does not grow with every changed picture. */
export async function pruneCache(folder = FOLDER): Promise<void> {
  const oldest = Date.now() - KEPT_DAYS * 24 * 60 * 60 * 1000;
  const names = await readdir(folder).catch(() => []);
  await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      // A build running at the same time may have taken it away already.
      const used = (await stat(path).catch(() => undefined))?.mtimeMs ?? Infinity;
      if (used < oldest) await rm(path, { force: true });
    }),
  );
}
