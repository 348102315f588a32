import { readFileSync, readdirSync } from "node:fs";
import { compile } from "../../src/story/compile.ts";
import type { Story } from "../../src/story/model.ts";
import { wording } from "../../src/story/problem.ts";
import { scenes } from "./scenes/index.ts";

/** The fixture story, compiled anew. Throws its problems, one a line. */
export function fixtureStory(): Story {
  const folder = new URL("story/", import.meta.url);
  const sources = new Map(
    readdirSync(folder).map((name) => [`story/${name}`, readFileSync(new URL(name, folder), "utf8")]),
  );
  const { story, problems } = compile(sources, new Map(Object.entries(scenes)));
  if (story === null) throw new Error(problems.map(wording).join("\n"));
  return story;
}
