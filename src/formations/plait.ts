/** Where strand `k` of three lies in a plait: `aside` −1 … 1 from its middle line, `depth` −1 behind … 1 in front. */
interface Lie {
  readonly aside: number;
  readonly depth: number;
}

/** Strand `k` (0–2) of a plait after `turns` whole turns. */
export function plaited(k: number, turns: number): Lie {
  const phase = 2 * Math.PI * (turns + k / 3);
  return { aside: Math.sin(phase), depth: Math.cos(phase) };
}
