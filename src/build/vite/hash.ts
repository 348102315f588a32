import { createHash } from "node:crypto";

/** Returns the first eight hexadecimal digits of the SHA-256, for file names. */
export function contentHash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}
