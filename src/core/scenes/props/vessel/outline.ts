import { BELLY_POWER, EAR, earLine, HEIGHTS, legHalfWidth, vesselHalfWidth } from "./geometry.ts";

/** A point in vessel units: x from the axis, y up from the ground. */
export type VesselPoint = readonly [x: number, y: number];

const STEPS = 16;

export function sampled(from: number, to: number, at: (y: number) => number): readonly VesselPoint[] {
  return Array.from({ length: STEPS + 1 }, (_, k) => {
    const y = from + ((to - from) * k) / STEPS;
    return [at(y), y];
  });
}

/**
 * The belly from its widest place down to the third part, x ≥ 0. Sampled by the superellipse's angle, to keep the
 * bottom round.
 */
export const BELLY: readonly VesselPoint[] = Array.from({ length: STEPS + 1 }, (_, k): VesselPoint => {
  const angle = (1.45 * k) / STEPS;
  const y = HEIGHTS.widest - (HEIGHTS.widest - HEIGHTS.bottom) * Math.sin(angle) ** (2 / BELLY_POWER);
  return [vesselHalfWidth(y), y];
});

const SIDE: readonly VesselPoint[] = [
  [0.985, HEIGHTS.rim],
  [1, HEIGHTS.rim - 0.025],
  [1, HEIGHTS.lip],
  ...sampled(HEIGHTS.lip - 0.001, HEIGHTS.neck, vesselHalfWidth),
  ...sampled(HEIGHTS.neck, HEIGHTS.widest, vesselHalfWidth).slice(1),
  ...BELLY.slice(1),
];

const BORDER: readonly VesselPoint[] = [
  [1 / 3, HEIGHTS.rim],
  [1 / 3, HEIGHTS.lip],
  ...sampled(HEIGHTS.lip - 0.001, HEIGHTS.bottom + 0.13, (y) => vesselHalfWidth(y) / 3),
  BELLY[STEPS] ?? [0.3, HEIGHTS.bottom],
];

const turned = (points: readonly VesselPoint[], side: number, shift = 0): readonly VesselPoint[] =>
  points.map(([x, y]) => [side * x + shift, y]);

export const KNEE = HEIGHTS.bottom + 0.075;
const LEG_SIDE = sampled(0, KNEE, legHalfWidth);
const CAP = Array.from({ length: 7 }, (_, k): VesselPoint => {
  const angle = (Math.PI * (k + 1)) / 8;
  return [-legHalfWidth(KNEE) * Math.cos(angle), KNEE + 0.055 * Math.sin(angle)];
});
const SHIN: readonly VesselPoint[] = [...turned(LEG_SIDE, -1), ...CAP, ...[...LEG_SIDE].reverse()];

export function ear(part: number, reach: number): readonly VesselPoint[] {
  return earLine(reach).map(({ x, y }): VesselPoint => [part * (EAR.x + x), y]);
}

export const leg = (shift: number): readonly VesselPoint[] => [...turned(SHIN, 1, shift), [shift - legHalfWidth(0), 0]];

export function contour(part: number): readonly (readonly VesselPoint[])[] {
  const lip = HEIGHTS.lip;
  if (part === 0) {
    const bottom = BELLY[STEPS] ?? [0.3, HEIGHTS.bottom];
    return [
      [...turned([...BORDER].reverse(), -1), ...BORDER],
      [
        [-1 / 3, lip],
        [1 / 3, lip],
      ],
      [bottom, [0.2, HEIGHTS.bottom]],
      [
        [-bottom[0], bottom[1]],
        [-0.2, HEIGHTS.bottom],
      ],
    ];
  }
  return [
    [[part / 3, HEIGHTS.rim], ...turned(SIDE, part)],
    [
      [part / 3, lip],
      [part * 0.96, lip],
    ],
    ear(part, EAR.thick),
    ear(part, -EAR.thick),
  ];
}

export const earArea = (part: number): readonly VesselPoint[] => [
  ...ear(part, EAR.thick),
  ...[...ear(part, -EAR.thick)].reverse(),
];

export function partArea(part: number): readonly VesselPoint[] {
  return part === 0
    ? [...BORDER, ...turned([...BORDER].reverse(), -1)]
    : [...turned(BORDER, part), ...turned([...SIDE].reverse(), part)];
}
