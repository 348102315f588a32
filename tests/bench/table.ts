export type Row = readonly string[];

/** A Markdown table; the first column to the left, the others to the right. */
export function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** `value` over `base`; a dash where there is none. */
export function ratio(value: number, base: number): string {
  const found = value / base;
  return Number.isFinite(found) ? found.toFixed(2) : "—";
}
