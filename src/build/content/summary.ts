import type { Story } from "../../core/model/story.ts";
import { formatProblem, type Problem } from "./problem.ts";

/** The answer of `npm run check` to arguments that it does not know. */
export const USAGE = "参数认不出，应不写参数，或写 --source 访谈文本的路径，或 --publish";

export function formatMissing(file: string): string {
  return `没有这个文件：${file}，应是访谈的文本`;
}

/** Problems that are printed: more of them come from one cause, and push it off the screen. */
const MOST = 200;

/** One line each, and how many there are. */
export function formatProblems(problems: readonly Problem[]): string {
  const shown = problems.slice(0, MOST).map(formatProblem);
  const rest = problems.length > MOST ? [`后面还有 ${problems.length - MOST} 处，先改上面的`] : [];
  return [...shown, ...rest, `一共 ${problems.length} 处要改`].join("\n");
}

export function formatWarnings(warnings: readonly Problem[]): string {
  return [...warnings.map(formatProblem), `${warnings.length} 处可以再看看，不改也能发布`].join("\n");
}

/** Lists the facts that an editor confirms before publishing, under a line that says how. */
export function formatConfirmations(open: readonly Problem[]): string {
  if (open.length === 0) return "没有等编辑确认的数";
  const head = `发布前请编辑确认 ${open.length} 项，怎么做见 story/README.md“发布前确认”；确认一项，在那一项里加一行 confirmed: 确认的日子`;
  return [head, ...open.map(formatProblem)].join("\n");
}

export function formatRecorded(addresses: number): string {
  return `记下了 ${addresses} 个网址，在 story/published.yaml`;
}

export function formatPassed({ steps, facts, terms }: Story): string {
  return `没有要改的：${steps.length} 幕，${facts.length} 项事实，${terms.length} 条小注`;
}
