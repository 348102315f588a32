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
    report(source.positionAt(0), `表头写法不对：${head.cells.join(",")}，应是 year 和各列的名字`);
    return null;
  }
  const lines = body.flatMap(({ cells, from }): readonly Line[] => {
    const numbers = cells.map((cell) => (cell === "" ? null : Number(cell)));
    const [year, ...values] = numbers;
    const strange = cells.find((cell) => cell !== "" && !/^-?\d+(?:\.\d+)?$/.test(cell));
    if (strange !== undefined) {
      report(source.positionAt(from), `表里有 ${strange}，应是一个数，或空着`);
      return [];
    }
    if (typeof year !== "number" || !Number.isInteger(year) || cells.length !== head.cells.length) {
      report(source.positionAt(from), `这一行是 ${cells.join(",")}，应是一个年份和 ${columns.length} 个数`);
      return [];
    }
    return [{ year, values, from }];
  });
  lines.forEach(({ year, from }, index) => {
    const expected = (lines[0]?.year ?? 0) + index;
    if (year !== expected) report(source.positionAt(from), `年份是 ${year}，应是 ${expected}，一年不缺`);
  });
  if (total !== null) checkTotals(source, lines, { total, columns }, report);
  const years = lines.map(({ year }) => year);
  if (breakAfter !== null && !years.slice(0, -1).includes(breakAfter))
    report(source.positionAt(0), `断点在 ${breakAfter} 年之后，应是表里有下一年的一年`);
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
        report(source.positionAt(from), `这一行是 ${line}，应用逗号隔开各数`);
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
    report(source.positionAt(0), `没有这一列：${total}，应是 ${columns.join("、")} 之一`);
    return;
  }
  for (const { values, from } of lines) {
    const whole = values[at];
    const parts = values.filter((_, index) => index !== at);
    if (typeof whole !== "number" || parts.includes(null)) continue;
    const sum = parts.reduce<number>((before, part) => before + (part ?? 0), 0);
    if (Math.abs(sum - whole) > TOLERANCE + 1e-9)
      report(source.positionAt(from), `分项相加得 ${sum.toFixed(2)}，应是 ${total} 的 ${whole}`);
  }
}
