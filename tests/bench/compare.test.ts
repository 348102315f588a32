import { expect, test } from "vitest";
import { COLUMNS, comparison, inTurn, type Column } from "./compare.ts";

test("each page is measured once a round, and each round begins with another one", async () => {
  const order: Column[] = [];
  const found = await inTurn(COLUMNS, 2, (column) => Promise.resolve(order.push(column)));
  expect(order).toEqual(["plain", "before", "story", "before", "story", "plain"]);
  expect(found.get("plain")).toEqual([1, 6]);
});

test("a table has medians, ratios and differences from the plain page", () => {
  const found = new Map<Column, readonly number[]>([
    ["plain", [1, 2, 3]],
    ["story", [5, 6, 7]],
  ]);
  const figures = [
    { name: "ms", value: (one: number) => one, digits: 1 },
    { name: "above", value: (one: number) => one, digits: 0, above: true },
    { name: "nothing", value: () => NaN, digits: 0 },
  ];
  expect(comparison(found, figures).split("\n")).toEqual([
    "|  | plain page | story | story / plain page |",
    "| --- | ---: | ---: | ---: |",
    "| ms | 2.0 | 6.0 | 3.00 |",
    "| above | — | 4 | — |",
    "| nothing | — | — | — |",
  ]);
});

test("another build is a column of its own", () => {
  const found = new Map<Column, readonly number[]>([
    ["plain", [1]],
    ["before", [9]],
    ["story", [5]],
  ]);
  const above = { name: "above", value: (one: number) => one, digits: 0, above: true };
  expect(comparison(found, [above]).split("\n").at(-1)).toBe("| above | — | 8 | 4 | — | 0.50 |");
});
