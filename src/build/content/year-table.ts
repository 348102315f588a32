import { type CsvCell, parseCsv } from "../../core/lib/csv.ts";
import type { YearTable } from "../../core/model/story.ts";
import { halfWidth } from "./half-width.ts";
import type { Report } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";
import { didYouMean } from "./suggest.ts";

/** Published totals and sums of published parts differ by up to this, in the table's unit. */
const TOLERANCE = 0.1;

const YEAR = /^\d{4}$/;

interface Line {
  readonly year: number;
  readonly values: readonly (number | null)[];
  readonly cells: readonly CsvCell[];
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
  const { rows, faults } = parseCsv(source.text);
  for (const at of faults) report(source.positionAt(at), "这一格的英文引号不成对，应是一个数，不用引号");
  const [head, ...body] = rows.filter((cells) => cells.length > 1 || cells.some(({ text }) => text !== ""));
  const columns = head === undefined ? null : readHead(source, head, report);
  if (columns === null) return null;
  checkYears(source, body, report);
  const lines = body.flatMap((cells) => readLine(source, cells, columns, report) ?? []);
  if (total !== null) checkTotals(source, lines, { total, columns }, report);
  const years = lines.map(({ year }) => year);
  if (breakAfter !== null && !years.slice(0, -1).includes(breakAfter))
    report(source.positionAt(0), `断点在 ${breakAfter} 年之后，应是表里有下一年的一年`);
  return { columns, names: columns, rows: lines.map(({ year, values }) => ({ year, values })), breakAfter };
}

function readHead(source: SourceFile, head: readonly CsvCell[], report: Report): readonly string[] | null {
  const names = head.map(({ text }) => text);
  const [first, ...columns] = names;
  if (first !== "year" || columns.length === 0) {
    const separated = /[;\t\uFF0C\u3001]/.test(names.join()) ? "各格用英文逗号隔开" : undefined;
    report(source.positionAt(0), `表头写法不对：${shortened(names.join(","))}，应是 year 和各列的名字`, separated);
    return null;
  }
  const wrong = head.find(({ text }, index) => text === "" || names.indexOf(text) !== index);
  if (wrong !== undefined)
    report(
      source.positionAt(wrong.from),
      wrong.text === "" ? "这一列没有名字，应写一个，或删去这一列" : `两列同名：${wrong.text}，每列应有自己的名字`,
    );
  return wrong === undefined ? columns : null;
}

function readLine(
  source: SourceFile,
  cells: readonly CsvCell[],
  columns: readonly string[],
  report: Report,
): Line | null {
  const [first, ...rest] = cells;
  const strange = cells.filter(({ text }) => text !== "" && !/^-?\d+(?:\.\d+)?$/.test(text));
  for (const { text, from } of strange)
    report(source.positionAt(from), `表里有 ${shortened(text)}，应是一个数，或空着`, wayOut(text));
  if (strange.length > 0 || first === undefined) return null;
  if (!YEAR.test(first.text)) {
    const found = first.text === "" ? "这一行没有年份" : `年份是 ${first.text}`;
    report(source.positionAt(first.from), `${found}，应是四位数的一年，如 2008`);
    return null;
  }
  if (rest.length !== columns.length) {
    const place = source.positionAt((cells[columns.length + 1] ?? first).from);
    const found = `${first.text} 这一行有 ${rest.length} 个数，应有 ${columns.length} 个`;
    report(place, found, `列是 ${columns.join("、")}，没有的数空着，逗号要留`);
    return null;
  }
  return { year: Number(first.text), values: rest.map(({ text }) => (text === "" ? null : Number(text))), cells };
}

function wayOut(text: string): string | undefined {
  if (/[\uFF0C\u3001;\t]/.test(text)) return "各格用英文逗号隔开";
  const plain = halfWidth(text).replace(/[,\s%年]/g, "");
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? `写 ${plain}` : undefined;
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 24)}……` : text;
}

function checkYears(source: SourceFile, body: readonly (readonly CsvCell[])[], report: Report): void {
  const years = body.flatMap(([first]) => (first !== undefined && YEAR.test(first.text) ? [first] : []));
  for (const [index, { text, from }] of years.entries()) {
    const [year, before] = [Number(text), Number(years[index - 1]?.text ?? NaN)];
    if (Number.isNaN(before) || year === before + 1) continue;
    const place = source.positionAt(from);
    if (year <= before) report(place, `年份是 ${year}，上一行是 ${before}，应从早到晚，一年一行`);
    else report(place, `年份是 ${year}，应是 ${before + 1}，一年不缺`, "没有数的一年也要一行，数空着，逗号要留");
  }
}

function checkTotals(
  source: SourceFile,
  lines: readonly Line[],
  { total, columns }: { readonly total: string; readonly columns: readonly string[] },
  report: Report,
): void {
  const at = columns.indexOf(total);
  if (at === -1) {
    const found = `没有这一列：${total}，应是 ${columns.join("、")} 之一`;
    report(source.positionAt(0), found, didYouMean(total, columns));
    return;
  }
  for (const { year, values, cells } of lines) {
    const whole = values[at];
    const parts = values.filter((_, index) => index !== at);
    const given = values.filter((value) => value !== null);
    if (given.length > 0 && given.length < values.length)
      report(
        source.positionAt(cells[values.indexOf(null) + 1]?.from ?? 0),
        `${year} 这一行只写了几个数，应都写，或都空着`,
        `列是 ${columns.join("、")}`,
      );
    if (typeof whole !== "number" || given.length < values.length) continue;
    const sum = parts.reduce<number>((before, part) => before + (part ?? 0), 0);
    if (Math.abs(sum - whole) > TOLERANCE + 1e-9)
      report(
        source.positionAt(cells[at + 1]?.from ?? 0),
        `分项相加得 ${sum.toFixed(2)}，应是 ${total} 的 ${whole}`,
        "两边差到 0.1 以内不算错",
      );
  }
}
