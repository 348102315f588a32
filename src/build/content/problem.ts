/** Lines and columns count from 1; columns in UTF-16 units, as in editors. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Problem extends SourcePosition {
  /** One line: the finding and the words to write, e.g. `没有这个事实：loan，应是 facts.yaml 里的 id`. */
  readonly message: string;
  readonly hint?: string;
}

export type Report = (place: SourcePosition, message: string, hint?: string) => void;

export function problem(place: SourcePosition, message: string, hint?: string): Problem {
  const { file, line, column } = place;
  const said = message.replace(/\s+/g, " ");
  return hint === undefined ? { file, line, column, message: said } : { file, line, column, message: said, hint };
}

export function formatProblem(found: Problem): string {
  const hint = found.hint === undefined ? "" : `（${found.hint}）`;
  return `${formatPosition(found)} ${found.message}${hint}`;
}

export function formatPosition({ file, line, column }: SourcePosition): string {
  return `${file}:${line}:${column}`;
}

export function comparePositions(a: SourcePosition, b: SourcePosition): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

/** Sorts problems by position and drops duplicates. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const said = new Map(problems.map((one) => [formatProblem(one), one]));
  return [...said.entries()]
    .sort(([a, one], [b, other]) => comparePositions(one, other) || (a < b ? -1 : 1))
    .map(([, one]) => one);
}
