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
  const [, scenes = ""] = /from "(.*)"/.exec(readFileSync(join(root, "src/core/scenes/index.ts"), "utf8")) ?? [];
  expect(join(root, "src/core/scenes", scenes)).toBe(join(root, "tests/fixture-story/scenes/index.ts"));
  expect(readdirSync(join(root, "tests/fixture-story/scenes"))).toEqual(readdirSync("tests/fixture-story/scenes"));
});

test("a fixture project keeps of the real scenes what the page imports, and no other", () => {
  const kept = readdirSync(join(root, "src/core/scenes"), { recursive: true, encoding: "utf8" });
  // The painter, and the stations of the handle with a scene that they import.
  expect(kept).toEqual(expect.arrayContaining(["painter.ts", "4-coordinate/closing.ts", "props/vessel/grains.ts"]));
  for (const name of ["2-environment/firms.ts", "1-pattern/wings.ts", "4-coordinate/green.ts"]) {
    expect(existsSync(join("src/core/scenes", name)), name).toBe(true);
    expect(kept).not.toContain(name);
  }
});
