import { seededRandom } from "../../../lib/random.ts";
import { EAR, HEIGHTS, LEG_OFFSET, LEG_ROWS, legHalfWidth, vesselHalfWidth } from "./geometry.ts";
import { BELLY, ear, KNEE, sampled, type VesselPoint } from "./outline.ts";

/** Heights of a leg's collars, between its rows of grains: two under the knee, two over the hoof. */
const COLLARS: readonly number[] = [0, 5].flatMap((row) => {
  const y = LEG_ROWS.foot + LEG_ROWS.pitch * (row + 0.5);
  return [y - 0.006, y + 0.006];
});

function collar(x: number, y: number): readonly VesselPoint[] {
  const half = legHalfWidth(y);
  return Array.from({ length: 9 }, (_, k): VesselPoint => [
    x + half * (k / 4 - 1),
    y - 0.012 * Math.sin((Math.PI * k) / 8),
  ]);
}

export function innerLines(part: number): readonly (readonly VesselPoint[])[] {
  const inset = 0.02;
  const side = [...sampled(HEIGHTS.band - 0.012, HEIGHTS.widest, vesselHalfWidth), ...BELLY.slice(1, -3)];
  return [
    side.map(([x, y]): VesselPoint => [part * (x - inset), y + inset * Math.max(0, (HEIGHTS.widest - y) * 2)]),
    ear(part, EAR.thick - 0.015),
    ear(part, 0.015 - EAR.thick),
    ...COLLARS.map((y) => collar(part * LEG_OFFSET, y)),
  ];
}

function graved(
  from: number,
  to: number,
  pitch: number,
  dark: (y: number) => number,
  reach: (y: number, k: number) => number,
): readonly (readonly VesselPoint[])[] {
  const count = Math.floor((to - from) / pitch);
  return Array.from({ length: count }, (_, k) => {
    const y = from + (k + 0.5) * pitch;
    const edge = dark(y);
    return [
      [edge, y],
      [edge - reach(y, k), y],
    ];
  });
}

const HAND: readonly number[] = (() => {
  const random = seededRandom("graver");
  return Array.from({ length: 64 }, () => random());
})();
const hand = (k: number): number => HAND[k % HAND.length] ?? 0.5;
const PITCH = 0.024;

/**
 * Returns the shading of a cast part under light from the upper left: broad on the vessel's right flank, narrow on its
 * left.
 */
export function shade(part: number): readonly (readonly VesselPoint[])[] {
  const flank = part > 0 ? 0.3 : -0.1;
  const body = graved(
    HEIGHTS.bottom + 0.05,
    HEIGHTS.band,
    PITCH,
    (y) => part * (vesselHalfWidth(y) - 0.004),
    (y, k) => flank * (0.55 + 0.45 * hand(k)) * (0.55 + 0.45 * vesselHalfWidth(y)),
  );
  const neck = graved(
    HEIGHTS.neck,
    HEIGHTS.rim,
    PITCH * 0.8,
    (y) => part * vesselHalfWidth(y),
    (_, k) => flank * (0.5 + 0.5 * hand(k + 9)),
  );
  return [...body, ...neck];
}

export function shinShade(part: number): readonly (readonly VesselPoint[])[] {
  return graved(
    0,
    KNEE,
    PITCH,
    (y) => part * LEG_OFFSET + legHalfWidth(y),
    (y, k) => legHalfWidth(y) * (0.4 + 0.5 * hand(k + 20)),
  );
}
