import { readdirSync, readFileSync } from "node:fs";
import { compileStory } from "../../src/build/content/compile.ts";
import { formatProblem } from "../../src/build/content/problem.ts";
import type { Illustrated } from "../../src/core/model/scene-config.ts";
import type { Story } from "../../src/core/model/story.ts";
import { config } from "./scenes/config.ts";

/** The fixture story, compiled anew. Throws its problems, one a line. */
export function fixtureStory(): Illustrated<Story> {
  const folder = new URL("story/", import.meta.url);
  const sources = new Map(
    readdirSync(folder).map((name) => [`story/${name}`, readFileSync(new URL(name, folder), "utf8")]),
  );
  const { story, problems } = compileStory(sources, new Map(Object.entries(config.scenes)));
  if (story === null) throw new Error(problems.map(formatProblem).join("\n"));
  return { ...story, config };
}
