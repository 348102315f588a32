export type Cell = string | number | null;

/**
 * Matches text that a spreadsheet would run as a formula: full-width signs too, and after any number of apostrophes.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/**
 * Formats rows as CSV (RFC 4180) with a byte order mark, so that Excel reads UTF-8. Puts an apostrophe before formulas;
 * to restore the text, remove one wherever a formula follows it.
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
