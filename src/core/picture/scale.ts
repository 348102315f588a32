export interface LinearScale {
  (value: number): number;
  readonly invert: (px: number) => number;
  readonly ticks: (step: number) => readonly number[];
}

/** Maps an ascending domain to px, without clamping. d3-scale's would add 8 kB of number formats to the page. */
export function scaleLinear(domain: readonly [number, number], range: readonly [number, number]): LinearScale {
  const [low, high] = domain;
  const unit = (range[1] - range[0]) / (high - low);
  const scale = (value: number): number => range[0] + (value - low) * unit;
  return Object.assign(scale, {
    invert: (px: number) => low + (px - range[0]) / unit,
    ticks(step: number) {
      const first = Math.ceil(low / step);
      return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, k) => (first + k) * step);
    },
  });
}
