import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  evaluate,
  type FactOperand,
  formatWorking,
  type Formula,
  isFormulaError,
  operands,
  parseFormula,
} from "../../src/build/content/formula.ts";

const VALUES = new Map([
  ["loans", 5.87],
  ["firms", 157],
  ["zero", 0],
]);
const valueOf = ({ id }: FactOperand): number => VALUES.get(id) ?? Number.NaN;
const textOf = ({ id }: FactOperand): string => `〈${id}〉`;

function read(text: string): Formula {
  const formula = parseFormula(text);
  if (isFormulaError(formula)) throw new Error(`${formula.fault} at ${formula.index}`);
  return formula;
}

describe("formulas", () => {
  test.each([
    ["{loans} * 10000 / {firms}", (5.87 * 10000) / 157, "〈loans〉 × 10000 ÷ 〈firms〉"],
    ["{firms} - (1 - 2)", 158, "〈firms〉 − （1 − 2）"],
    ["{firms} - 1 - 2", 154, "〈firms〉 − 1 − 2"],
    ["2 * ({firms} + 3)", 320, "2 × （〈firms〉 + 3）"],
    ["8 / (4 / 2)", 4, "8 ÷ （4 ÷ 2）"],
    ["8 / 4 / 2", 1, "8 ÷ 4 ÷ 2"],
    ["-{firms} * 2", -314, "（−〈firms〉） × 2"],
    ["+1.50", 1.5, "1.50"],
    ["({firms}+3)\u00D72\u00F74\u22121", 79, "（〈firms〉 + 3） × 2 ÷ 4 − 1"],
    ["\uFF08\uFF5Bfirms\uFF5D\uFF0B3\uFF09\uFF0A2\uFF0F4\uFF0D\uFF11\uFF0E5", 78.5, "（〈firms〉 + 3） × 2 ÷ 4 − 1.5"],
    ["\u3000{\uFF4Coans\uFF5D\u3000*\u30002", 11.74, "〈loans〉 × 2"],
  ])("%s", (text, value, said) => {
    expect(evaluate(read(text), valueOf)).toBeCloseTo(value, 10);
    expect(formatWorking(read(text), textOf)).toBe(said);
  });

  test("division by zero is not finite", () => {
    expect(evaluate(read("{loans} / {zero}"), valueOf)).not.toSatisfy(Number.isFinite);
    expect(evaluate(read("{zero} / {zero}"), valueOf)).not.toSatisfy(Number.isFinite);
  });

  test("facts are named in order, with their places", () => {
    expect(operands(read("1 + {loans} / {firms}"))).toEqual([
      { id: "loans", cell: null, index: 4 },
      { id: "firms", cell: null, index: 14 },
    ]);
    expect(operands(read("{sectors.2011.secondary}"))).toEqual([{ id: "sectors", cell: "2011.secondary", index: 0 }]);
  });

  test.each([
    ["", 0],
    ["{loans} +", 9],
    ["({loans}", 8],
    ["{loans} % 2", 8],
    ["{loans} {firms}", 0],
    ["{loans}({firms})", 0],
    ["loans * 2", 0],
    ["1.2.3", 3],
    ["2 ** 3", 0],
    ["{loans", 0],
    ["$0", 0],
    ["{loans} + $0", 10],
    ["{loans} \uFF05 2", 8],
    ["\uFF5Bloans", 0],
  ])("%j is refused", (text, index) => {
    const formula = parseFormula(text);
    expect(isFormulaError(formula) ? formula.index : formula).toBe(index);
  });

  test("any text is read or refused", () => {
    const sign = fc.constantFrom(
      "{loans}",
      "{a}",
      "1",
      "2.5",
      "+",
      "-",
      "*",
      "/",
      "(",
      ")",
      " ",
      "$",
      ".",
      "{",
      "年",
      "\uFF08",
      "\uFF0B",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const formula = parseFormula(signs.join(""));
        if (!isFormulaError(formula)) expect(evaluate(formula, () => 1)).toBeTypeOf("number");
      }),
      { seed: 157, numRuns: 500 },
    );
  });
});
