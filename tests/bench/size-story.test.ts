import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compileStory } from "../../src/build/content/compile.ts";
import { config } from "../fixture-story/scenes/config.ts";
import { multiplySteps } from "./size-story.ts";

const FOLDER = new URL("../fixture-story/story/", import.meta.url);
const sources = new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")]));

describe("the fixture story multiplied", () => {
  test.each([10, 40, 320])("has %i steps, and nothing that an editor would have to change", (count) => {
    const files = [...multiplySteps(sources, count)].map(([name, text]): [string, string] => [`story/${name}`, text]);
    const { story, problems } = compileStory(new Map(files), new Map(Object.entries(config.scenes)));
    expect(problems).toEqual([]);
    expect([story?.steps.length, story?.chapters.length]).toEqual([count, 5]);
  });

  test("needs steps to multiply", () => {
    expect(() => multiplySteps(new Map([["story.md", ""]]), 10)).toThrow(RangeError);
  });
});
