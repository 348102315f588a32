/** What a cell may hold. */
export type Cell = string | number | null;

/** Begins what a spreadsheet takes for a formula, full-width forms among it, behind any apostrophes. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Rows as CSV by RFC 4180 with a byte order mark, as spreadsheets want it. A text that a spreadsheet would run as a formula
 * gets an apostrophe before it, which is taken off by removing one apostrophe wherever a formula's beginning follows it.
 */
export function formatCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
