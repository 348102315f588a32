/** A length scale: value → px, straight through `from` = [low, high] of the values and `to` = their places. */
export type Scale = (value: number) => number;

/** A linear scale. Ten lines instead of a library, since the page would carry eight kilobytes of number formats with it. */
export function scaleLinear(from: readonly [number, number], to: readonly [number, number]): Scale {
  const unit = (to[1] - to[0]) / (from[1] - from[0]);
  return (value) => to[0] + (value - from[0]) * unit;
}
