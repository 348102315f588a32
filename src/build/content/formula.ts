import jsep from "jsep";
import { halfWidth } from "./half-width.ts";

export type Formula =
  | { readonly type: "number"; readonly value: number; readonly written: string }
  | ({ readonly type: "fact" } & FactOperand)
  | { readonly type: "negative"; readonly of: Formula }
  | { readonly type: "operation"; readonly sign: Operator; readonly left: Formula; readonly right: Formula };

export type Operator = "+" | "-" | "*" | "/";

export interface FormulaError {
  readonly fault: string;
  readonly index: number;
}

const SIGNS: Readonly<Record<string, string>> = { "\u2212": "-", "\u00D7": "*", "\u00F7": "/" };
const REFERENCE = /\{([^{}]*)\}/gu;
const STRANGE = /[^0-9.+\-*/()\s]/u;

/** Parses e.g. `{loans} * 10000 / {firms}`; accepts full-width signs, −, × and ÷. */
export function parseFormula(text: string): Formula | FormulaError {
  const half = halfWidth(text).replace(/[\u2212\u00D7\u00F7]/gu, (sign) => SIGNS[sign] ?? sign);
  const strange = STRANGE.exec(half.replace(REFERENCE, (whole) => " ".repeat(whole.length)));
  if (strange) return fault(`有 ${text.slice(strange.index, strange.index + strange[0].length)}`, strange.index);
  const named: FactOperand[] = [];
  const plain = half.replace(REFERENCE, (whole, id: string, index: number) => {
    const [fact = "", ...cell] = id.trim().split(".");
    named.push({ id: fact, cell: cell.length === 0 ? null : cell.join("."), index });
    return `$${named.length - 1}`.padEnd(whole.length, "$");
  });
  try {
    return formulaOf(jsep(plain), named);
  } catch (error) {
    return fault(descriptionOf(error), indexOf(error));
  }
}

export function isFormulaError(formula: Formula | FormulaError): formula is FormulaError {
  return "fault" in formula;
}

export interface FactOperand {
  readonly id: string;
  /** Year and column of a table, e.g. 「2011.secondary」, else null. */
  readonly cell: string | null;
  readonly index: number;
}

export function operands(formula: Formula): readonly FactOperand[] {
  if (formula.type === "fact") return [{ id: formula.id, cell: formula.cell, index: formula.index }];
  if (formula.type === "negative") return operands(formula.of);
  return formula.type === "operation" ? [...operands(formula.left), ...operands(formula.right)] : [];
}

export function operandsInText(text: string): readonly FactOperand[] {
  const formula = parseFormula(text);
  return isFormulaError(formula) ? [] : operands(formula);
}

export function evaluate(formula: Formula, valueOf: (operand: FactOperand) => number): number {
  if (formula.type === "number") return formula.value;
  if (formula.type === "fact") return valueOf(formula);
  if (formula.type === "negative") return -evaluate(formula.of, valueOf);
  const left = evaluate(formula.left, valueOf);
  const right = evaluate(formula.right, valueOf);
  if (formula.sign === "+") return left + right;
  if (formula.sign === "-") return left - right;
  return formula.sign === "*" ? left * right : left / right;
}

const PRINTED = { "+": "+", "-": "−", "*": "×", "/": "÷" } as const;

/** Fills in the values, e.g. 「5.87亿元 × 10000 ÷ 157家」. */
export function formatWorking(formula: Formula, textOf: (operand: FactOperand) => string): string {
  if (formula.type === "number") return formula.written;
  if (formula.type === "fact") return textOf(formula);
  if (formula.type === "negative") return `−${bracketed(formula.of, 3, textOf)}`;
  const rank = rankOf(formula);
  const right = formula.sign === "-" || formula.sign === "/" ? rank + 1 : rank;
  return `${bracketed(formula.left, rank, textOf)} ${PRINTED[formula.sign]} ${bracketed(formula.right, right, textOf)}`;
}

function bracketed(formula: Formula, rank: number, textOf: (operand: FactOperand) => string): string {
  const text = formatWorking(formula, textOf);
  return rankOf(formula) < rank ? `（${text}）` : text;
}

function rankOf(formula: Formula): number {
  if (formula.type === "negative") return 0;
  return formula.type === "operation" ? (formula.sign === "+" || formula.sign === "-" ? 1 : 2) : 3;
}

/** Converts jsep's tree to a formula; throws on any node that a formula may not hold. */
function formulaOf(node: unknown, named: readonly FactOperand[]): Formula {
  if (!isRecord(node)) throw new Error("no expression");
  const { type, operator, value, raw, name } = node;
  if (type === "Literal" && typeof value === "number") return { type: "number", value, written: String(raw) };
  if (type === "Identifier" && typeof name === "string") {
    const operand = named[Number.parseInt(name.slice(1), 10)];
    if (operand !== undefined) return { type: "fact", ...operand };
  }
  if (type === "UnaryExpression" && operator === "-")
    return { type: "negative", of: formulaOf(node["argument"], named) };
  if (type === "UnaryExpression" && operator === "+") return formulaOf(node["argument"], named);
  if (type === "BinaryExpression" && isSign(operator)) {
    return {
      type: "operation",
      sign: operator,
      left: formulaOf(node["left"], named),
      right: formulaOf(node["right"], named),
    };
  }
  throw new Error(`no part of a formula: ${String(type)}`);
}

function isSign(operator: unknown): operator is Operator {
  return operator === "+" || operator === "-" || operator === "*" || operator === "/";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function descriptionOf(error: unknown): string {
  const said = isRecord(error) ? error["description"] : undefined;
  return typeof said === "string" ? describeFault(said) : "不是一个算式";
}

function describeFault(said: string): string {
  if (/unclosed|expected \)/i.test(said)) return "括号没有关上";
  return /expected expression/i.test(said) ? "符号后面少一个数" : "不是一个算式";
}

function indexOf(error: unknown): number {
  return isRecord(error) && typeof error["index"] === "number" ? error["index"] : 0;
}

function fault(text: string, index: number): FormulaError {
  return { fault: text, index };
}
