/**
 * A circle as closed path data, px; `sweep` 0 draws it the other way round, to be cut out of one drawn before.
 * Its arcs name a radius too small and so are scaled to just reach: lengths rounded apart would make a lens of two half circles.
 */
export function circle(x: number, y: number, r: number, sweep: 0 | 1 = 1): string {
  return `M${x - r} ${y}A0.1 0.1 0 1 ${sweep} ${x + r} ${y}A0.1 0.1 0 1 ${sweep} ${x - r} ${y}Z`;
}
