import { readFile } from "node:fs/promises";
import { config } from "../../core/scenes/config.ts";
import { checkQuotes } from "../content/check-quotes.ts";
import { compileStory } from "../content/compile.ts";
import { formatProblem, sortProblems } from "../content/problem.ts";
import { readSources } from "../vite/read-sources.ts";

/**
 * Checks the story: `npm run check`, or `npm run check -- --source FILE` to check every quote and count against the
 * interview's text. Prints one problem per line; returns 1 if there are any, 2 for wrong arguments.
 */
export async function main(args: readonly string[]): Promise<number> {
  const [option, file, ...rest] = args;
  if (
    (option !== undefined && option !== "--source") ||
    (option !== undefined && file === undefined) ||
    rest.length > 0
  ) {
    process.stderr.write("unknown arguments, expected none or --source FILE\n");
    return 2;
  }
  const interview = file === undefined ? null : await readFile(file, "utf8").catch(() => undefined);
  if (interview === undefined) {
    process.stderr.write(`no such file: ${file}, expected the text of the interview\n`);
    return 2;
  }
  const sources = await readSources();
  const { story, problems } = compileStory(sources, new Map(Object.entries(config.scenes)));
  const quotes = interview === null ? [] : checkQuotes(sources, interview);
  const all = sortProblems([...problems, ...quotes]);
  if (all.length > 0) {
    process.stderr.write(
      `${all.map(formatProblem).join("\n")}\n${all.length} ${all.length === 1 ? "problem" : "problems"}\n`,
    );
    return 1;
  }
  process.stdout.write(
    `${story?.steps.length ?? 0} steps, ${story?.facts.length ?? 0} facts, ${story?.terms.length ?? 0} terms: no problems\n`,
  );
  return 0;
}
