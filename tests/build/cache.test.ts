import { mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cached, pruneCache } from "../../src/build/vite/cache.ts";

const daysAgo = (days: number): Date => new Date(Date.now() - days * 24 * 60 * 60 * 1000);

test("entries that were unused for a week are pruned, and nothing else", async () => {
  const folder = await mkdtemp(join(tmpdir(), "anyuan-cache-"));
  try {
    for (const [name, age] of [
      ["yesterday.png", 1],
      ["six-days.png", 6],
      ["eight-days.png", 8],
    ] as const) {
      await writeFile(join(folder, name), "");
      await utimes(join(folder, name), daysAgo(age), daysAgo(age));
    }
    await pruneCache(folder);
    expect((await readdir(folder)).sort()).toEqual(["six-days.png", "yesterday.png"]);
    await rm(folder, { recursive: true });
    await pruneCache(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("a file that is asked for again is as good as new, and not made again", async () => {
  const recipe = { kind: "test", ending: "txt", from: [String(Math.random())] };
  const made = await cached(recipe, () => Promise.resolve(new TextEncoder().encode("one")));
  try {
    await utimes(made.path, daysAgo(30), daysAgo(30));
    const again = await cached(recipe, () => Promise.reject(new Error("made again")));
    expect(new TextDecoder().decode(again.bytes)).toBe("one");
    expect([made.fresh, again.fresh]).toEqual([true, false]);
    expect((await stat(made.path)).mtimeMs).toBeGreaterThan(daysAgo(1).getTime());
  } finally {
    await rm(made.path, { force: true });
  }
});
