import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { filmName, findFilms } from "../../src/build/vite/films.ts";

const CONTENTS = [
  ["story", "六个目标"],
  ["idea", "没有形成"],
] as const;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "films-"));
});

afterEach(() => rmSync(root, { recursive: true }));

function make(...names: readonly string[]): void {
  mkdirSync(join(root, "films"), { recursive: true });
  for (const name of names) writeFileSync(join(root, "films", name), "film");
}

test("a build without films does not even ask what they would be", async () => {
  const found = await findFilms(root, () => {
    throw new Error("asked");
  });
  expect([...found.files, ...found.old]).toEqual([]);
});

test("a build takes the films of the story as it is, in its order", async () => {
  make(filmName("idea", "没有形成"), filmName("story", "六个目标"), "story-3x4.png");
  const { files, old } = await findFilms(root, () => CONTENTS);
  expect([...files]).toEqual([
    ["story", join(root, "films", filmName("story", "六个目标"))],
    ["idea", join(root, "films", filmName("idea", "没有形成"))],
  ]);
  expect(old).toEqual([]);
});

test("a build leaves out a film of an older story, and names it; one that was never made it does not name", async () => {
  make(filmName("story", "五个目标"));
  const { files, old } = await findFilms(root, () => CONTENTS);
  expect([...files]).toEqual([]);
  expect(old).toEqual(["story"]);
});
