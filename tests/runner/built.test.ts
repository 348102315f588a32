import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dateBuild, hasCurrentBuild } from "./built.mjs";

const FOLDERS = ["src/browser", "story", "assets", "dist"];
const FILES = [
  "src/browser/app.ts",
  "story/site.yaml",
  "assets/icon.svg",
  "index.html",
  "vite.config.ts",
  "package-lock.json",
];

let root = "";

/** Sources are of minute 1, the build is of minute 2. */
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "anyuan-built-"));
  for (const folder of FOLDERS) await mkdir(join(root, folder), { recursive: true });
  for (const file of [...FILES, "dist/index.html"]) await writeFile(join(root, file), "");
  for (const path of [...FILES, ...FOLDERS, "src"]) await setMinute(path, 1);
  await setMinute("dist/index.html", 2);
});

afterEach(() => rm(root, { recursive: true }));

async function setMinute(path: string, minute: number): Promise<void> {
  await utimes(join(root, path), minute * 60, minute * 60);
}

describe("a build", () => {
  test("is current when it is newer than all that it is made of", async () => {
    expect(await hasCurrentBuild(root)).toBe(true);
  });

  test.each(FILES)("is not current when %s is newer", async (file) => {
    await setMinute(file, 3);
    expect(await hasCurrentBuild(root)).toBe(false);
  });

  test("is not current when it is as old as a source", async () => {
    await setMinute("story/site.yaml", 2);
    expect(await hasCurrentBuild(root)).toBe(false);
  });

  test("is not current when a source was deleted since", async () => {
    await rm(join(root, "src/browser/app.ts"));
    expect(await hasCurrentBuild(root)).toBe(false);
  });

  test("is not current when it has no start page", async () => {
    await rm(join(root, "dist/index.html"));
    expect(await hasCurrentBuild(root)).toBe(false);
  });

  test("is not current when a source was saved while it ran", async () => {
    await setMinute("src/browser/app.ts", 3);
    await setMinute("dist/index.html", 4);
    await dateBuild(root, new Date(2 * 60 * 1000));
    expect(await hasCurrentBuild(root)).toBe(false);
  });
});
