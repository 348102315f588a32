import { HEIGHTS, SPIRALS, vesselHalfWidth } from "./geometry.ts";
import type { VesselPoint } from "./outline.ts";

/** A square spiral in −1…1, wound inwards from its lower right corner. */
const SPIRAL: readonly VesselPoint[] = [
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

export function fretwork(part: number): readonly (readonly VesselPoint[])[] {
  const [low, high] = [HEIGHTS.band + 0.03, HEIGHTS.neck - 0.03];
  const middle = (low + high) / 2;
  const half = vesselHalfWidth(middle);
  const cell = half / (3 * SPIRALS);
  return Array.from({ length: SPIRALS }, (_, k) => {
    const cx = half * ((2 * part) / 3) + cell * (2 * k + 1 - SPIRALS);
    const hand = (part * SPIRALS + k) % 2 === 0 ? 1 : -1;
    return SPIRAL.map(([x, y]): VesselPoint => [cx + hand * x * cell * 0.96, middle + (y * (high - low)) / 2]);
  });
}

const TEETH = 4;

export function flange(part: number): readonly (readonly VesselPoint[])[] {
  const [from, to] = [HEIGHTS.band, HEIGHTS.neck];
  return Array.from({ length: TEETH }, (_, k) => {
    const low = from + ((to - from) * k) / TEETH;
    const high = low + ((to - from) / TEETH) * 0.78;
    return [
      [part * vesselHalfWidth(low), low],
      [part * (vesselHalfWidth(low) + 0.03), low + 0.012],
      [part * (vesselHalfWidth(high) + 0.036), high],
      [part * vesselHalfWidth(high), high],
    ];
  });
}

export function rules(part: number): readonly (readonly VesselPoint[])[] {
  const across = (y: number, half: number): readonly VesselPoint[] => [
    [half * ((2 * part - 1) / 3), y],
    [half * ((2 * part + 1) / 3), y],
  ];
  return [HEIGHTS.neck, HEIGHTS.band, HEIGHTS.band - 0.026].map((y) => across(y, vesselHalfWidth(y)));
}
