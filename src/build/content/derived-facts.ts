import type { Fact } from "../../core/model/story.ts";
import { checkText } from "./fact-agreement.ts";
import {
  evaluate,
  type FactOperand,
  formatWorking,
  isFormulaError,
  operands,
  operandsInText,
  parseFormula,
} from "./formula.ts";
import type { Report, SourcePosition } from "./problem.ts";
import type { SourceText } from "./source-text.ts";
import { didYouMean } from "./suggest.ts";
import { positionAt, textAt, type Yaml } from "./yaml.ts";

export interface DerivedEntry {
  readonly fact: Fact & { readonly value: number; readonly formula: string };
  /** Decimal places. */
  readonly round: number;
  readonly index: number;
}

export interface FactIndex {
  readonly yaml: Yaml;
  readonly byId: ReadonlyMap<string, Fact>;
  readonly ids: ReadonlySet<string>;
}

/** Returns the fact as stated, with its working; reports a formula that fails or disagrees. */
export function recompute({ fact, round, index }: DerivedEntry, { yaml, byId, ids }: FactIndex, report: Report): Fact {
  const written = textAt(yaml, ["derived", index, "formula"]);
  const formula = parseFormula(written.value);
  if (isFormulaError(formula)) {
    const place = written.place(Math.min(formula.index, written.value.length), 1);
    report(place, `算式写法不对：${formula.fault}，应只用 + - * / ( )、数和 {事实 id}`);
    return fact;
  }
  const valueOf = ({ id, cell }: FactOperand): number | null => valueIn(byId.get(id), cell);
  const missing = operands(formula).filter((operand) => valueOf(operand) === null);
  for (const { id, cell, index: at } of missing) {
    const place = written.place(at, 1);
    if (!ids.has(id)) report(place, `算式里没有这个事实：${id}，应是 facts.yaml 里的 id`, didYouMean(id, ids));
    else if (byId.has(id) && cell !== null) reportCell({ id, cell }, byId.get(id)?.table, place, report);
    else if (byId.has(id)) report(place, `算式里的事实没有数：${id}，应是有 value 的事实`);
  }
  if (missing.length > 0) return fact;
  reportBreaks(operands(formula), byId, written, report);
  const exact = evaluate(formula, (operand) => valueOf(operand) ?? Number.NaN);
  const value = rounded(exact, round);
  if (!Number.isFinite(exact)) report(written.place(0, written.value.length), "算式除以零，应换一个除数");
  else if (value !== fact.value) {
    const place = positionAt(yaml, ["derived", index, "value"]);
    const sum = `算式得 ${Number(exact.toPrecision(10))}，四舍五入到小数点后 ${round} 位`;
    report(place, `value 与算式不一致：写的是 ${fact.value}，应是 ${value}`, sum);
  } else {
    const { text, unit } = fact;
    checkText(yaml, ["derived", index], { text, value, unit }, report);
  }
  return { ...fact, working: formatWorking(formula, (operand) => printOperand(operand, byId)) };
}

function valueIn(fact: Fact | undefined, cell: string | null): number | null {
  if (fact === undefined || cell === null) return fact?.value ?? null;
  const { year, column } = yearAndColumn(cell);
  const at = fact.table?.columns.indexOf(column) ?? -1;
  return fact.table?.rows.find((row) => row.year === year)?.values[at] ?? null;
}

/** A table without rows could not be read, which has been reported. */
function reportCell(
  { id, cell }: { readonly id: string; readonly cell: string },
  table: Fact["table"],
  place: SourcePosition,
  report: Report,
): void {
  const { year, column } = yearAndColumn(cell);
  const [first, last] = [table?.rows[0]?.year, table?.rows.at(-1)?.year];
  if (table === undefined) report(place, `算式里的事实没有表：${id}，应是写了 table 的事实`);
  else if (column === "" || Number.isNaN(year))
    report(
      place,
      `这一格写法不对：{${id}.${cell}}，应是 {事实 id.年.列名}，如 {${id}.${first ?? 2008}.${table.columns[0] ?? ""}}`,
    );
  else if (first === undefined) return;
  else if (!table.columns.includes(column))
    report(
      place,
      `表 ${id} 里没有这一列：${column}，应是 ${table.columns.join("、")} 之一`,
      didYouMean(column, table.columns),
    );
  else if (!table.rows.some((row) => row.year === year))
    report(place, `表 ${id} 里没有 ${year} 年，应是 ${first} 到 ${last ?? first} 的一年`);
  else report(place, `表 ${id} 里 ${year} 年的 ${column} 是空的，应换一年，或把表填上`);
}

function yearAndColumn(cell: string): { readonly year: number; readonly column: string } {
  const [year, column = ""] = cell.split(".");
  return { year: Number(year), column };
}

/** Returns the text of an operand in a working: the fact's own, or a table's value with its unit. */
export function printOperand({ id, cell }: FactOperand, byId: FactIndex["byId"]): string {
  const fact = byId.get(id);
  return cell === null ? (fact?.text ?? "") : `${valueIn(fact, cell) ?? ""}${fact?.unit ?? ""}`;
}

/** Figures of both sides of a break have different books: no formula may join them. */
function reportBreaks(
  used: readonly FactOperand[],
  byId: FactIndex["byId"],
  written: SourceText,
  report: Report,
): void {
  for (const id of new Set(used.map((operand) => operand.id))) {
    const breakAfter = byId.get(id)?.table?.breakAfter ?? null;
    const cells = used.filter((operand) => operand.id === id && operand.cell !== null);
    const years = cells.map(({ cell }) => yearAndColumn(cell ?? "").year);
    if (breakAfter === null || years.every((year) => year <= breakAfter) || years.every((year) => year > breakAfter))
      continue;
    const message = `算式跨过了 ${id} 在 ${breakAfter} 年之后的断点，应只用一边的年份`;
    report(written.place(cells[0]?.index ?? 0, 1), message);
  }
}

export function checkCycles(stated: readonly DerivedEntry[], yaml: Yaml, report: Report): void {
  const uses = new Map(stated.map(({ fact }) => [fact.id, operandsInText(fact.formula).map(({ id }) => id)] as const));
  for (const { fact, index } of stated) {
    const reached = new Set<string>();
    const open = [...(uses.get(fact.id) ?? [])];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (!reached.has(id)) open.push(...(uses.get(id) ?? []));
      reached.add(id);
    }
    if (reached.has(fact.id)) {
      report(positionAt(yaml, ["derived", index, "formula"]), `算式绕回了自己：${fact.id}，应用别的事实`);
    }
  }
}

/** Rounds half away from zero; the factor 1 + 1e-12 absorbs the error of binary fractions. */
function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  const whole = Math.round(Math.abs(value) * scale * (1 + 1e-12));
  return whole === 0 ? 0 : (Math.sign(value) * whole) / scale;
}
