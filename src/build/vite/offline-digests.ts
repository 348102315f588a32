import { createHash } from "node:crypto";
import { FACTS_SHEET } from "../../core/model/routes.ts";

/** Returns the SHA-256, in base64, of each file that a page may keep, by its path. Pages are left out. */
export function offlineDigests(files: ReadonlyMap<string, string | Uint8Array>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...files]
      .filter(([path]) => /^(?:assets|stills)\//.test(path) || path === FACTS_SHEET)
      .map(([path, source]) => [path, createHash("sha256").update(source).digest("base64")]),
  );
}
