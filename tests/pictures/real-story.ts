import { readFileSync, readdirSync } from "node:fs";
import { scenes } from "../../src/scenes/index.ts";
import { compile } from "../../src/story/compile.ts";
import type { Story } from "../../src/story/model.ts";
import { wording } from "../../src/story/problem.ts";

/** The story that is shipped, compiled anew. */
export function realStory(): Story {
  const names = readdirSync("story").filter((name) => name !== "README.md");
  const sources = new Map(names.map((name) => [`story/${name}`, readFileSync(`story/${name}`, "utf8")]));
  const { story, problems } = compile(sources, new Map(Object.entries(scenes)));
  if (story === null) throw new Error(problems.map(wording).join("\n"));
  return story;
}
