import { leastSquares, median } from "./statistics.ts";
import { type Row, table } from "./table.ts";

/** Costs of a story of some size; times in ms. */
export interface Size {
  /** KB before compression: copies of a step would vanish in it. */
  readonly html: number;
  readonly elements: number;
  /** Main thread until the page is at rest. */
  readonly load: number;
  readonly blocking: number;
  readonly largestPaint: number;
  /** Main thread and worker for a screen frame of a scroll, the worker as slow as the main thread. */
  readonly main: number;
  readonly worker: number;
}

/** Measurements by number of steps. */
export type Sizes = ReadonlyMap<number, readonly Size[]>;

interface Column {
  readonly name: string;
  readonly value: (size: Size) => number;
  readonly digits: number;
  readonly unit: string;
}

const LOADS: readonly Column[] = [
  { name: "HTML, KB", value: ({ html }) => html, digits: 1, unit: "KB" },
  { name: "elements", value: ({ elements }) => elements, digits: 0, unit: "elements" },
  { name: "load, CPU ms", value: ({ load }) => load, digits: 0, unit: "ms" },
  { name: "blocking, ms", value: ({ blocking }) => blocking, digits: 0, unit: "ms" },
  { name: "largest paint, ms", value: ({ largestPaint }) => largestPaint, digits: 0, unit: "ms" },
];
const FRAMES: readonly Column[] = [
  { name: "main thread, CPU ms a screen frame", value: ({ main }) => main, digits: 2, unit: "ms" },
  { name: "worker, CPU ms a screen frame, slowed", value: ({ worker }) => worker, digits: 2, unit: "ms" },
];

/** A frame whose cost changes by less than this part of its mean, from the smallest story to the largest, is flat. */
const FLAT = 0.2;

export function sizeTable(sizes: Sizes): string {
  const columns = [...LOADS, ...FRAMES];
  const lines = [...sizes].map(([steps, all]): Row => {
    return [`${steps} steps`, ...columns.map(({ value, digits }) => median(all.map(value)).toFixed(digits))];
  });
  return table(["", ...columns.map(({ name }) => name)], lines);
}

/** Says by how much each step makes the load dearer, and whether it makes a frame dearer. */
export function describeGrowth(sizes: Sizes): string {
  if (sizes.size < 2) return "One size has no slope.";
  const steps = [...sizes.keys()];
  const lineOf = ({ value }: Column) =>
    leastSquares([...sizes].map(([count, all]) => [count, median(all.map(value))] as const));
  const loads = LOADS.map((column) => {
    const { slope, intercept, fit } = lineOf(column);
    return `- ${column.name}: ${intercept.toFixed(column.digits)} and ${slope.toFixed(2)} ${column.unit} for each step (R² ${fit.toFixed(3)})`;
  });
  const frames = FRAMES.map((column) => {
    const { slope, intercept } = lineOf(column);
    const change = slope * (Math.max(...steps) - Math.min(...steps));
    const mean = intercept + slope * (steps.reduce((sum, count) => sum + count, 0) / steps.length);
    const verdict = Math.abs(change) <= FLAT * mean ? "flat" : change > 0 ? "grows" : "shrinks";
    return `- ${column.name}: ${verdict}, ${change.toFixed(2)} ms from ${Math.min(...steps)} to ${Math.max(...steps)} steps`;
  });
  return ["By least squares:", "", ...loads, ...frames].join("\n");
}
