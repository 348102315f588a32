import { expect, test } from "vitest";
import { describeGrowth, type Size, sizeTable } from "./size-table.ts";

const size = (steps: number, main: number): Size => ({
  html: steps / 10,
  elements: 100 + 20 * steps,
  load: 50 + 2 * steps,
  blocking: 0,
  largestPaint: 500,
  main,
  worker: 4,
});

test("a story has a row for each number of steps", () => {
  const lines = sizeTable(new Map([[10, [size(10, 3), size(10, 5)]]])).split("\n");
  expect(lines[2]).toBe("| 10 steps | 1.0 | 300 | 70 | 0 | 500 | 4.00 | 4.00 |");
});

test("growth is that of each step, and a frame is flat or is not", () => {
  const flat = new Map([10, 20, 40].map((steps) => [steps, [size(steps, 3 + steps / 1000)]]));
  expect(describeGrowth(flat)).toContain("- load, CPU ms: 50 and 2.00 ms for each step (R² 1.000)");
  expect(describeGrowth(flat)).toContain("- main thread, CPU ms a screen frame: flat, 0.03 ms from 10 to 40 steps");
  const steep = new Map([10, 20, 40].map((steps) => [steps, [size(steps, steps)]]));
  expect(describeGrowth(steep)).toContain("- main thread, CPU ms a screen frame: grows, 30.00 ms from 10 to 40 steps");
  expect(describeGrowth(new Map([[10, [size(10, 3)]]]))).toBe("One size has no slope.");
});
