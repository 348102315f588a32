import { COLUMNS, comparison, type Figure, type Measured } from "./compare.ts";
import { median } from "./statistics.ts";
import type { SelfTimes, TraceFigures } from "./trace-figures.ts";

interface Traced {
  readonly trace: TraceFigures;
}

/** Rows of a table; smaller times are of no use. */
const ROWS = 16;
const LEAST = 0.005;

/**
 * The threads' own times by what they did: those of the main thread that take most first, then the worker's. Times are
 * divided by the number that `parts` tells, by default that of the screen frames.
 */
export function whereTimeGoes(
  found: Measured<Traced>,
  parts: (trace: TraceFigures) => number = ({ frames }) => frames,
): string {
  const all = { name: "main thread", value: ({ trace }: Traced) => trace.main / parts(trace), digits: 2 };
  const figures = (prefix: string, timesOf: (trace: TraceFigures) => SelfTimes) =>
    figuresOf(found, prefix, (trace, label) => (timesOf(trace).get(label) ?? 0) / parts(trace), timesOf);
  const main = figures("", ({ mainTimes }) => mainTimes);
  const worker = figures("worker: ", ({ workerTimes }) => workerTimes);
  return comparison(found, [all, ...main, ...worker]);
}

function figuresOf(
  found: Measured<Traced>,
  prefix: string,
  timeOf: (trace: TraceFigures, label: string) => number,
  timesOf: (trace: TraceFigures) => SelfTimes,
): readonly Figure<Traced>[] {
  const all = COLUMNS.flatMap((column) => found.get(column) ?? []);
  const labels = [...new Set(all.flatMap(({ trace }) => [...timesOf(trace).keys()]))];
  const rows = labels.map((label) => {
    const value = ({ trace }: Traced): number => timeOf(trace, label);
    const most = Math.max(...COLUMNS.map((column) => median((found.get(column) ?? []).map(value))).filter(isFinite));
    return { name: prefix + label, value, digits: 2, most };
  });
  return rows
    .filter(({ most }) => most >= LEAST)
    .sort((a, b) => b.most - a.most)
    .slice(0, ROWS);
}
