import { cpSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A copy of all that a build reads, in a folder of its own, for a test that changes some of it; whoever asks removes it. */
export function copiedProject(name: string): string {
  const root = mkdtempSync(join(tmpdir(), `anyuan-${name}-`));
  for (const part of ["src", "story", "assets", "index.html", "vite.config.ts", "package.json", "tsconfig.json"])
    cpSync(part, join(root, part), { recursive: true });
  symlinkSync(resolve("node_modules"), join(root, "node_modules"));
  return root;
}
