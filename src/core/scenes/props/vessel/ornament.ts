import { range } from "d3-array";
import { lerp } from "../../../lib/math.ts";
import type { Point } from "../../../model/picture.ts";
import { HEIGHTS, SPIRALS, vesselHalfWidth } from "./geometry.ts";

const SPIRAL: readonly (readonly [x: number, y: number])[] = [
  [1, -0.92],
  [-0.9, -0.92],
  [-0.9, 0.92],
  [0.88, 0.92],
  [0.88, -0.64],
  [-0.62, -0.64],
  [-0.62, 0.64],
  [0.6, 0.64],
  [0.6, -0.36],
  [-0.35, -0.36],
  [-0.35, 0.38],
  [0.33, 0.38],
  [0.33, 0.05],
];

/** Returns a part's 回纹 on the band round the neck: spirals, wound by turns to the right and to the left. */
export function fretwork(part: number): readonly (readonly Point[])[] {
  const [low, high] = [HEIGHTS.band + 0.03, HEIGHTS.neck - 0.03];
  const middle = (low + high) / 2;
  const half = vesselHalfWidth(middle);
  const cell = half / (3 * SPIRALS);
  return range(SPIRALS).map((k) => {
    const cx = half * ((2 * part) / 3) + cell * (2 * k + 1 - SPIRALS);
    const hand = (part * SPIRALS + k) % 2 === 0 ? 1 : -1;
    return SPIRAL.map(([x, y]) => ({ x: cx + hand * x * cell * 0.96, y: middle + (y * (high - low)) / 2 }));
  });
}

const TEETH = 4;

export function flange(part: -1 | 1): readonly (readonly Point[])[] {
  return range(TEETH).map((k) => {
    const low = lerp(HEIGHTS.band, HEIGHTS.neck, k / TEETH);
    const high = lerp(HEIGHTS.band, HEIGHTS.neck, (k + 0.78) / TEETH);
    const [lower, upper] = [vesselHalfWidth(low), vesselHalfWidth(high)];
    return [
      { x: part * lower, y: low },
      { x: part * (lower + 0.03), y: low + 0.012 },
      { x: part * (upper + 0.036), y: high },
      { x: part * upper, y: high },
    ];
  });
}

export function bandRules(part: number): readonly (readonly Point[])[] {
  return [HEIGHTS.neck, HEIGHTS.band, HEIGHTS.band - 0.026].map((y) => {
    const third = vesselHalfWidth(y) / 3;
    return [
      { x: third * (2 * part - 1), y },
      { x: third * (2 * part + 1), y },
    ];
  });
}
