import { createHash } from "node:crypto";

/** A short name of a file by what is in it: eight hexadecimal digits. */
export function contentHash(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}
