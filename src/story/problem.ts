/** A fault in the content, with a place and a way out. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What was found and what was expected, in lower case, one line. */
  readonly message: string;
  /** A suggestion where one is near, e.g. 「did you mean loans?」. */
  readonly hint?: string;
}

/** `file:line:column message (hint)`. */
export function wording(problem: Problem): string {
  const hint = problem.hint === undefined ? "" : ` (${problem.hint})`;
  return `${problem.file}:${problem.line}:${problem.column} ${problem.message}${hint}`;
}
