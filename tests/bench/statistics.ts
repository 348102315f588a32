/** The value below which `part` (0–1) of the values lie; NaN for none. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}

/** Which part of the values holds, 0–1; NaN for none. */
export function share(values: readonly number[], holds: (value: number) => boolean): number {
  return values.filter(holds).length / values.length;
}

/** A line through points: `y = intercept + slope × x`. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
  /** Part of the differences between the y that the line explains, 0–1; NaN where all y are equal. */
  readonly fit: number;
}

/** The line with the least squares of distances in y. Throws RangeError for fewer than two different x. */
export function leastSquares(points: readonly (readonly [x: number, y: number])[]): Line {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const products = (of: (x: number, y: number) => number): number =>
    points.reduce((sum, [x, y]) => sum + of(x - mx, y - my), 0);
  const [xx, xy, yy] = [products((x) => x * x), products((x, y) => x * y), products((_, y) => y * y)];
  if (!(xx > 0)) throw new RangeError("a line needs two different x");
  return { slope: xy / xx, intercept: my - (mx * xy) / xx, fit: (xy * xy) / (xx * yy) };
}
