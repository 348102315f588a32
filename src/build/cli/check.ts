import { readFile, writeFile } from "node:fs/promises";
import { config } from "../../core/scenes/config.ts";
import { checkQuotes } from "../content/check-quotes.ts";
import { compileStory } from "../content/compile.ts";
import { listConfirmations } from "../content/confirmations.ts";
import { sortProblems } from "../content/problem.ts";
import { formatPublished } from "../content/published.ts";
import {
  formatConfirmations,
  formatMissing,
  formatPassed,
  formatProblems,
  formatRecorded,
  formatWarnings,
  USAGE,
} from "../content/summary.ts";
import { readAssets, readSources, STORY_ROOT } from "../vite/read-sources.ts";

/**
 * Checks the story: `npm run check`, or `npm run check -- --source FILE` to check every quote and count against the
 * interview's text; `--publish` keeps the present addresses, and lists the facts that an editor has to confirm. Prints
 * a line for each problem or warning; returns 1 for problems, 2 for wrong arguments.
 */
export async function main(args: readonly string[]): Promise<number> {
  const publish = args[0] === "--publish" && args.length === 1;
  const [option, file, ...rest] = publish ? [] : args;
  if (
    (option !== undefined && option !== "--source") ||
    (option !== undefined && file === undefined) ||
    rest.length > 0
  ) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  if (publish) return await writePublished();
  const interview = file === undefined ? null : await readFile(file, "utf8").catch(() => undefined);
  if (interview === undefined) {
    process.stderr.write(`${formatMissing(file ?? "")}\n`);
    return 2;
  }
  const sources = await readSources();
  const { story, problems, warnings } = compileStory(
    sources,
    new Map(Object.entries(config.scenes)),
    await readAssets(),
  );
  const quotes = interview === null ? [] : checkQuotes(sources, interview);
  const all = sortProblems([...problems, ...quotes]);
  if (warnings.length > 0) process.stdout.write(`${formatWarnings(warnings)}\n`);
  if (all.length > 0 || story === null) {
    process.stderr.write(`${formatProblems(all)}\n`);
    return 1;
  }
  process.stdout.write(`${formatPassed(story)}\n`);
  return 0;
}

async function writePublished(): Promise<number> {
  const sources = await readSources();
  const { story, problems } = compileStory(sources, new Map(Object.entries(config.scenes)), await readAssets());
  if (story === null) {
    process.stderr.write(`${formatProblems(problems)}\n`);
    return 1;
  }
  const chapters = story.chapters.map(({ id }) => [
    `${id}/`,
    ...story.steps.filter(({ chapter }) => chapter === id).map((step) => `${id}/${step.id}/`),
  ]);
  const addresses = chapters.flat();
  await writeFile(`${STORY_ROOT}/published.yaml`, formatPublished(addresses));
  process.stdout.write(`${formatConfirmations(listConfirmations(sources))}\n${formatRecorded(addresses.length)}\n`);
  return 0;
}
