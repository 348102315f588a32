import { range } from "d3-array";
import type { Point } from "../../model/picture.ts";
import { pointsAlong } from "../../picture/layouts/along-line.ts";

/** Places and radius of a mark's grains about its middle, in units of its height. The middle is left to a word. */
export interface MarkShape {
  readonly places: readonly Point[];
  readonly r: number;
}

/** Half the width and height of a mark's frame, and a grain's radius, in units of the mark's height. */
export const MARK_SIZE = { x: 0.25, y: 0.385, r: 0.056 };
const { x: HALF_WIDTH, y: HALF_HEIGHT, r } = MARK_SIZE;

const BLOCK: readonly Point[] = [
  { x: -HALF_WIDTH, y: HALF_HEIGHT },
  { x: -HALF_WIDTH, y: -HALF_HEIGHT },
  { x: HALF_WIDTH, y: -HALF_HEIGHT },
  { x: HALF_WIDTH, y: HALF_HEIGHT },
  { x: -HALF_WIDTH, y: HALF_HEIGHT },
];

const ROUND: readonly Point[] = range(49).map((k) => {
  const angle = (Math.PI * k) / 24;
  const y = HALF_WIDTH * Math.cos(angle);
  // The cosine of a right angle is not quite zero: rounded, both ends of the turn lie at mid-height.
  const end = Math.sign(Math.round(1e6 * y));
  return { x: -HALF_WIDTH * Math.sin(angle), y: y + end * (HALF_HEIGHT - HALF_WIDTH) };
});

/** Places `n` grains around a block; the last is the smoke over its chimney. */
export function factoryMark(n: number): MarkShape {
  return { r, places: [...pointsAlong(BLOCK, n - 1, 0), { x: HALF_WIDTH * 0.66, y: -HALF_HEIGHT - 2 * r }] };
}

export function crowdMark(n: number): MarkShape {
  return { r, places: pointsAlong(ROUND, n, 0) };
}

export interface Seat {
  readonly x: number;
  readonly row: number;
}

export function seatsInRows(n: number, across: number): readonly Seat[] {
  return range(n).map((k) => {
    const row = Math.floor(k / across);
    const inRow = Math.min(across, n - row * across);
    return { x: (k % across) - (inRow - 1) / 2, row };
  });
}
