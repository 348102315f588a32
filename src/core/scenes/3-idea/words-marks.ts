import type { Point } from "../../model/picture.ts";
import { pointsAlong } from "../../picture/layouts/along-line.ts";

/** Places and radius of a mark's grains about its middle, in units of its height. The middle is left to a word. */
export interface MarkShape {
  readonly places: readonly Point[];
  readonly r: number;
}

/** Half the width and height of a mark's frame, and a grain's radius, in units of the mark's height. */
export const MARK_SIZE = { x: 0.25, y: 0.385, r: 0.056 };
const { x: HALF, y: TALL, r } = MARK_SIZE;

const BLOCK: readonly Point[] = [
  { x: -HALF, y: TALL },
  { x: -HALF, y: -TALL },
  { x: HALF, y: -TALL },
  { x: HALF, y: TALL },
  { x: -HALF, y: TALL },
];

const ROUND: readonly Point[] = Array.from({ length: 49 }, (_, k) => {
  const angle = (Math.PI * k) / 24;
  const y = HALF * Math.cos(angle);
  return { x: -HALF * Math.sin(angle), y: y + Math.sign(Math.round(1e6 * y)) * (TALL - HALF) };
});

export function factoryMark(n: number): MarkShape {
  return { r, places: [...pointsAlong(BLOCK, n - 1, 0), { x: HALF * 0.66, y: -TALL - 2 * r }] };
}

export function crowdMark(n: number): MarkShape {
  return { r, places: pointsAlong(ROUND, n, 0) };
}

/** Returns the middles of `n` marks in rows of `across`, in units of a mark. An incomplete last row is centred. */
export function gridRows(n: number, across: number): readonly Point[] {
  return Array.from({ length: n }, (_, k) => {
    const row = Math.floor(k / across);
    const inRow = Math.min(across, n - row * across);
    return { x: (k % across) - (inRow - 1) / 2, y: row + 0.5 };
  });
}
