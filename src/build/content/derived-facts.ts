import type { Fact } from "../../core/model/story.ts";
import { evaluate, formatWorking, isFormulaError, operands, operandsInText, parseFormula } from "./formula.ts";
import type { Report } from "./problem.ts";
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
    report(place, `malformed formula: ${formula.fault}, expected + - * / ( ) over numbers and {fact-id}`);
    return fact;
  }
  const missing = operands(formula).filter(({ id }) => typeof byId.get(id)?.value !== "number");
  for (const { id, index: at } of missing) {
    const place = written.place(at, 1);
    if (!ids.has(id))
      report(place, `unknown fact in formula: ${id}, expected an id of facts.yaml`, didYouMean(id, ids));
    else if (byId.has(id)) report(place, `fact without value in formula: ${id}, expected a fact with a number`);
  }
  if (missing.length > 0) return fact;
  const exact = evaluate(formula, (id) => byId.get(id)?.value ?? Number.NaN);
  const value = rounded(exact, round);
  if (!Number.isFinite(exact))
    report(written.place(0, written.value.length), "division by zero in formula, expected a divisor other than zero");
  else if (value !== fact.value) {
    const place = positionAt(yaml, ["derived", index, "value"]);
    const sum = `the formula gives ${Number(exact.toPrecision(10))} before rounding to ${round} digits`;
    report(place, `value disagrees with its formula: found ${fact.value}, expected ${value}`, sum);
  }
  return { ...fact, working: formatWorking(formula, (id) => byId.get(id)?.text ?? "") };
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
      report(
        positionAt(yaml, ["derived", index, "formula"]),
        `formula in a circle: ${fact.id} rests on itself, expected other facts`,
      );
    }
  }
}

/** Rounds half away from zero; the factor 1 + 1e-12 absorbs the error of binary fractions. */
function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  const whole = Math.round(Math.abs(value) * scale * (1 + 1e-12));
  return whole === 0 ? 0 : (Math.sign(value) * whole) / scale;
}
