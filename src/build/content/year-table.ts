import { parse } from "csv-parse/sync";
import type { YearTable } from "../../core/model/story.ts";
import type { Report } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";

/** Published totals and sums of published parts differ by up to this, in the table's unit. */
const TOLERANCE = 0.1;

interface Line {
  readonly year: number;
  readonly values: readonly (number | null)[];
  /** Offset in the file. */
  readonly from: number;
}

/**
 * Parses a CSV whose first column is `year` and whose other columns are numbers or empty. Reports cells that are no
 * numbers, missing years, and totals that differ from their parts.
 */
export function parseYearTable(
  source: SourceFile,
  { total, breakAfter }: { readonly total: string | null; readonly breakAfter: number | null },
  report: Report,
): YearTable | null {
  const rows = readRows(source, report);
  const [head, ...body] = rows;
  if (head === undefined) return null;
  const [first, ...columns] = head.cells;
  if (first !== "year" || columns.length === 0 || columns.includes("")) {
    report(source.positionAt(0), `columns of a table: found ${head.cells.join(",")}, expected year and a name each`);
    return null;
  }
  const lines = body.flatMap(({ cells, from }): readonly Line[] => {
    const numbers = cells.map((cell) => (cell === "" ? null : Number(cell)));
    const [year, ...values] = numbers;
    const strange = cells.find((cell) => cell !== "" && !/^-?\d+(?:\.\d+)?$/.test(cell));
    if (strange !== undefined) {
      report(source.positionAt(from), `found ${strange} in a table, expected a plain number or nothing`);
      return [];
    }
    if (typeof year !== "number" || !Number.isInteger(year) || cells.length !== head.cells.length) {
      report(source.positionAt(from), `found ${cells.join(",")}, expected a year and ${columns.length} values`);
      return [];
    }
    return [{ year, values, from }];
  });
  lines.forEach(({ year, from }, index) => {
    const expected = (lines[0]?.year ?? 0) + index;
    if (year !== expected) report(source.positionAt(from), `found the year ${year}, expected ${expected}`);
  });
  if (total !== null) checkTotals(source, lines, { total, columns }, report);
  const years = lines.map(({ year }) => year);
  if (breakAfter !== null && !years.slice(0, -1).includes(breakAfter))
    report(source.positionAt(0), `break after ${breakAfter}, expected a year of the table that another follows`);
  return { columns, names: columns, rows: lines.map(({ year, values }) => ({ year, values })), breakAfter };
}

function readRows(source: SourceFile, report: Report): readonly { cells: readonly string[]; from: number }[] {
  const rows: { readonly cells: readonly string[]; readonly from: number }[] = [];
  let from = 0;
  for (const line of source.text.split("\n")) {
    if (line.trim() !== "") {
      try {
        const cells: string[] = parse(line, { trim: true, relax_column_count: true }).flat();
        rows.push({ cells, from });
      } catch {
        report(source.positionAt(from), `found ${line}, expected values between commas`);
      }
    }
    from += line.length + 1;
  }
  return rows;
}

function checkTotals(
  source: SourceFile,
  lines: readonly Line[],
  { total, columns }: { readonly total: string; readonly columns: readonly string[] },
  report: Report,
): void {
  const at = columns.indexOf(total);
  if (at === -1) {
    report(source.positionAt(0), `unknown column: ${total}, expected one of ${columns.join(", ")}`);
    return;
  }
  for (const { values, from } of lines) {
    const whole = values[at];
    const parts = values.filter((_, index) => index !== at);
    if (typeof whole !== "number" || parts.includes(null)) continue;
    const sum = parts.reduce<number>((before, part) => before + (part ?? 0), 0);
    if (Math.abs(sum - whole) > TOLERANCE + 1e-9)
      report(source.positionAt(from), `parts add up to ${sum.toFixed(2)}, expected ${whole} as in ${total}`);
  }
}
