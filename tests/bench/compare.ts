import { median } from "./statistics.ts";
import { ratio, table, type Row } from "./table.ts";

/** Pages that are measured in turn, in the order of the columns. */
export const COLUMNS = ["plain", "before", "story"] as const;
export type Column = (typeof COLUMNS)[number];

export const HEADS: Readonly<Record<Column, string>> = { plain: "plain page", before: "before", story: "story" };

/** Measurements of each page; a page that was not measured is not in it. */
export type Measured<T> = ReadonlyMap<Column, readonly T[]>;

/** One row of a comparison. */
export interface Figure<T> {
  readonly name: string;
  readonly value: (one: T) => number;
  readonly digits: number;
  /** The row has differences from the plain page's median. */
  readonly above?: boolean;
}

/** Each once a round, each round in another order, so that other work on the machine affects all of them. */
export async function inTurn<K, T>(
  keys: readonly K[],
  rounds: number,
  measure: (key: K) => Promise<T>,
): Promise<ReadonlyMap<K, readonly T[]>> {
  const found = new Map(keys.map((key): [K, T[]] => [key, []]));
  for (let round = 0; round < rounds; round += 1) {
    const first = round % keys.length;
    for (const key of [...keys.slice(first), ...keys.slice(0, first)]) found.get(key)?.push(await measure(key));
  }
  return found;
}

/** A table of medians, with ratios of the story to the other pages. */
export function comparison<T>(found: Measured<T>, figures: readonly Figure<T>[]): string {
  const columns = COLUMNS.filter((column) => found.has(column));
  const others = columns.filter((column) => column !== "story");
  const lines = figures.map(({ name, value, digits, above = false }): Row => {
    const middle = (column: Column): number => median((found.get(column) ?? []).map(value));
    const floor = above ? middle("plain") : 0;
    const cells = columns.map((column) => (above && column === "plain" ? "—" : cell(middle(column) - floor, digits)));
    const ratios = others.map((other) =>
      above && other === "plain" ? "—" : ratio(middle("story") - floor, middle(other) - floor),
    );
    return [name, ...cells, ...ratios];
  });
  return table(
    ["", ...columns.map((column) => HEADS[column]), ...others.map((other) => `story / ${HEADS[other]}`)],
    lines,
  );
}

export function cell(value: number, digits: number): string {
  return Number.isNaN(value) ? "—" : value.toFixed(digits);
}
