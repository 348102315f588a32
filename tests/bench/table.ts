export type Row = readonly string[];

/** A Markdown table; the first column to the left, the others to the right. */
export function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** `value` of the story over that of the plain page; a dash where the floor is nothing. */
export function ratio(story: number, plain: number): string {
  return plain === 0 ? "—" : (story / plain).toFixed(2);
}
