import { expect, test } from "vitest";
import type { Column } from "./compare.ts";
import { whereTimeGoes } from "./self-time-table.ts";
import type { TraceFigures } from "./trace-figures.ts";

function traced(main: Readonly<Record<string, number>>, worker: Readonly<Record<string, number>> = {}) {
  const mainTimes = new Map(Object.entries(main));
  const total = [...mainTimes.values()].reduce((sum, time) => sum + time, 0);
  const trace: TraceFigures = {
    frames: 10,
    main: total,
    mains: [total],
    busy: 0,
    longestTask: 0,
    worker: 0,
    workerFrames: 0,
    mainFrames: 0,
    toWorkers: 0,
    fromWorkers: 0,
    dropped: 0,
    withoutMain: 0,
    mainTimes,
    workerTimes: new Map(Object.entries(worker)),
  };
  return { trace };
}

const FOUND = new Map<Column, readonly { readonly trace: TraceFigures }[]>([
  ["plain", [traced({ Commit: 5 })]],
  ["story", [traced({ Layout: 10, Commit: 20, HitTest: 0.01 }, { GC: 1 })]],
]);

test("what takes most stands first, the worker's last, and next to nothing is left out", () => {
  expect(whereTimeGoes(FOUND).split("\n").slice(2)).toEqual([
    "| main thread | 0.50 | 3.00 | 6.00 |",
    "| Commit | 0.50 | 2.00 | 4.00 |",
    "| Layout | 0.00 | 1.00 | — |",
    "| worker: GC | 0.00 | 0.10 | — |",
  ]);
});

test("times are those of all parts together where there is one", () => {
  expect(whereTimeGoes(FOUND, () => 1)).toContain("| Commit | 5.00 | 20.00 | 4.00 |");
});
