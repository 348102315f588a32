import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixtureRoot } from "./build.ts";

let root: string;

beforeAll(() => {
  root = fixtureRoot("fixture-test");
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

test("a fixture project has the texts of the fixture story alone", () => {
  const texts = "tests/fixture-story/story";
  expect(readdirSync(join(root, "story"))).toEqual(readdirSync(texts));
  expect(readFileSync(join(root, "story/story.md"), "utf8")).toBe(readFileSync(join(texts, "story.md"), "utf8"));
});

test("a fixture project draws the fixture's scenes, which a test may edit in the copy", () => {
  const [, scenes = ""] = /viteConfig\("(.*)"\)/.exec(readFileSync(join(root, "vite.config.ts"), "utf8")) ?? [];
  expect(scenes).toBe("tests/fixture-story/scenes/config.ts");
  expect(readdirSync(join(root, "tests/fixture-story/scenes"))).toEqual(readdirSync("tests/fixture-story/scenes"));
});

test("a fixture project has nothing of the art of the story that is shipped", () => {
  expect(existsSync("src/core/scenes/config.ts")).toBe(true);
  expect(existsSync(join(root, "src/core/scenes"))).toBe(false);
});
