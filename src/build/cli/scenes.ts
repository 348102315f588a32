import { config } from "../../core/scenes/config.ts";
import { compileStory } from "../content/compile.ts";
import { formatScenes } from "../content/scene-list.ts";
import { formatProblems } from "../content/summary.ts";
import { readAssets, readSources } from "../vite/read-sources.ts";

/** Address of `npm run dev`. */
const ADDRESS = "http://localhost:5173/";

/** Prints all pictures with their labels, for editors: `npm run scenes`. */
export async function main(): Promise<number> {
  const scenes = new Map(Object.entries(config.scenes));
  const { story, problems } = compileStory(await readSources(), scenes, await readAssets());
  if (story === null) {
    process.stderr.write(`${formatProblems(problems)}\n`);
    return 1;
  }
  process.stdout.write(`${formatScenes(story, scenes, ADDRESS)}\n`);
  return 0;
}
