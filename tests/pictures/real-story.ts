import { readdirSync, readFileSync } from "node:fs";
import { compileStory } from "../../src/build/content/compile.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import type { Illustrated } from "../../src/core/model/scene-config.ts";
import type { Story } from "../../src/core/model/story.ts";
import { config } from "../../src/core/scenes/config.ts";

/** The story that is shipped, compiled anew. */
export function realStory(): Illustrated<Story> {
  const names = readdirSync("story").filter((name) => name !== "README.md");
  const sources = new Map(names.map((name) => [`story/${name}`, readFileSync(`story/${name}`, "utf8")]));
  const { story, problems } = compileStory(sources, new Map(Object.entries(config.scenes)));
  if (story === null) throw new Error(problems.map(formatProblem).join("\n"));
  return { ...story, config };
}
