export type Scale = (value: number) => number;

/**
 * Creates a linear scale without clamping: `from` is the domain, `to` the range in px. d3-scale would add 8 kB of
 * number formats to the page.
 */
export function scaleLinear(from: readonly [number, number], to: readonly [number, number]): Scale {
  const unit = (to[1] - to[0]) / (from[1] - from[0]);
  return (value) => to[0] + (value - from[0]) * unit;
}
