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

export interface CsvCell {
  readonly text: string;
  /** Offset in the text. */
  readonly from: number;
}

export interface ParsedCsv {
  /** Without lines that have a fault. */
  readonly rows: readonly (readonly CsvCell[])[];
  /** Offsets of cells with a quotation mark that is not closed, or with text beside quoted text. */
  readonly faults: readonly number[];
}

const CELL = /(?:[ \t]*"(?<quoted>(?:[^"]|"")*)"[ \t]*|(?<plain>[^,"\r\n]*))(?<end>,|\r?\n|$)/uy;

/** Parses CSV (RFC 4180), with spaces round cells left out, to cells with their places. */
export function parseCsv(text: string): ParsedCsv {
  const rows: (readonly CsvCell[])[] = [];
  const faults: number[] = [];
  let row: CsvCell[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    CELL.lastIndex = at;
    const { 0: whole = "", groups } = CELL.exec(text) ?? {};
    if (groups === undefined) {
      faults.push(at);
      row = [];
      const end = text.indexOf("\n", at);
      at = end === -1 ? text.length : end + 1;
      continue;
    }
    const { quoted, plain = "", end = "" } = groups;
    const written = whole.slice(0, whole.length - end.length);
    const from = at + written.length - written.trimStart().length;
    row.push({ text: quoted?.replaceAll('""', '"') ?? plain.trim(), from });
    at += whole.length;
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return { rows, faults };
}
