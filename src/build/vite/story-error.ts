import type { Problem } from "../content/problem.ts";
import { formatProblems } from "../content/summary.ts";
import { STORY_FOLDER } from "../content/source-file.ts";

export class StoryError extends Error {
  readonly id: string;
  readonly loc: { readonly file: string; readonly line: number; readonly column: number };
  readonly plugin = "story";
  constructor(problems: readonly Problem[], root: string) {
    const first = problems[0] ?? { file: STORY_FOLDER, line: 1, column: 1, message: "" };
    super(formatProblems(problems));
    this.name = "StoryError";
    this.id = `${root}/${first.file}`;
    this.loc = { file: this.id, line: first.line, column: first.column };
    this.stack = "";
  }
}
