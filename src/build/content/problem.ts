/** A spot in a file of the story. Lines and columns count from 1, columns in UTF-16 units as editors do. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A fault in the content, with a place and a way out. */
export interface Problem extends SourcePosition {
  /** What was found and what was expected, in lower case, one line. */
  readonly message: string;
  /** A suggestion where one is near, e.g. 「did you mean loans?」. */
  readonly hint?: string;
}

/** Takes a problem down: where, what was found and expected, a way out. Its caller goes on, so that a run shows them all. */
export type Report = (place: SourcePosition, message: string, hint?: string) => void;

/** A problem at a place. */
export function problem(place: SourcePosition, message: string, hint?: string): Problem {
  const { file, line, column } = place;
  const said = message.replace(/\s+/g, " ");
  return hint === undefined ? { file, line, column, message: said } : { file, line, column, message: said, hint };
}

/** `file:line:column message (hint)`. */
export function formatProblem(problem: Problem): string {
  const hint = problem.hint === undefined ? "" : ` (${problem.hint})`;
  return `${formatPosition(problem)} ${problem.message}${hint}`;
}

/** `file:line:column`, for messages that point at a second place. */
export function formatPosition({ file, line, column }: SourcePosition): string {
  return `${file}:${line}:${column}`;
}

/** Order of reading: file, then line, then column. */
export function comparePositions(a: SourcePosition, b: SourcePosition): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** Problems in order of reading, each said once. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const said = new Map(problems.map((one) => [formatProblem(one), one]));
  return [...said.entries()]
    .sort(([a, one], [b, other]) => comparePositions(one, other) || (a < b ? -1 : 1))
    .map(([, one]) => one);
}
