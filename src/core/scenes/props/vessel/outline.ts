import { range } from "d3-array";
import { lerp } from "../../../lib/math.ts";
import type { Point } from "../../../model/picture.ts";
import { BELLY_POWER, EAR, earLine, HEIGHTS, legHalfWidth, vesselHalfWidth } from "./geometry.ts";

// Points are in vessel units: x from the axis, y up from the ground. BELLY, SIDE and BORDER run down at x ≥ 0.

const STEPS = 16;

export function sample(from: number, to: number, xAt: (y: number) => number): readonly Point[] {
  return range(STEPS + 1).map((k) => {
    const y = lerp(from, to, k / STEPS);
    return { x: xAt(y), y };
  });
}

/**
 * The belly from its widest place down to the third part, x ≥ 0. Sampled by the superellipse's angle, to keep the
 * bottom round.
 */
export const BELLY: readonly Point[] = range(STEPS + 1).map((k) => {
  const angle = (1.45 * k) / STEPS;
  const y = HEIGHTS.widest - (HEIGHTS.widest - HEIGHTS.bottom) * Math.sin(angle) ** (2 / BELLY_POWER);
  return { x: vesselHalfWidth(y), y };
});
const BELLY_END: Point = BELLY.at(-1) ?? { x: 0.3, y: HEIGHTS.bottom };

const SIDE: readonly Point[] = [
  { x: 0.985, y: HEIGHTS.rim },
  { x: 1, y: HEIGHTS.rim - 0.025 },
  { x: 1, y: HEIGHTS.lip },
  ...sample(HEIGHTS.lip - 0.001, HEIGHTS.neck, vesselHalfWidth),
  ...sample(HEIGHTS.neck, HEIGHTS.widest, vesselHalfWidth).slice(1),
  ...BELLY.slice(1),
];

const BORDER: readonly Point[] = [
  { x: 1 / 3, y: HEIGHTS.rim },
  { x: 1 / 3, y: HEIGHTS.lip },
  ...sample(HEIGHTS.lip - 0.001, HEIGHTS.bottom + 0.13, (y) => vesselHalfWidth(y) / 3),
  BELLY_END,
];

function flip(points: readonly Point[], side: number, shift = 0): readonly Point[] {
  return points.map(({ x, y }) => ({ x: side * x + shift, y }));
}

export const KNEE = HEIGHTS.bottom + 0.075;
const LEG_SIDE = sample(0, KNEE, legHalfWidth);
const CAP = range(1, 8).map((k) => {
  const angle = (Math.PI * k) / 8;
  return { x: -legHalfWidth(KNEE) * Math.cos(angle), y: KNEE + 0.055 * Math.sin(angle) };
});
const SHIN: readonly Point[] = [...flip(LEG_SIDE, -1), ...CAP, ...[...LEG_SIDE].reverse()];

export function legOutline(shift: number): readonly Point[] {
  return [...flip(SHIN, 1, shift), { x: shift - legHalfWidth(0), y: 0 }];
}

export function earEdge(part: number, reach: number): readonly Point[] {
  return earLine(reach).map(({ x, y }) => ({ x: part * (EAR.x + x), y }));
}

export function partContour(part: number): readonly (readonly Point[])[] {
  const { lip, rim, bottom } = HEIGHTS;
  if (part === 0)
    return [
      [...flip([...BORDER].reverse(), -1), ...BORDER],
      [
        { x: -1 / 3, y: lip },
        { x: 1 / 3, y: lip },
      ],
      [BELLY_END, { x: 0.2, y: bottom }],
      [
        { x: -BELLY_END.x, y: BELLY_END.y },
        { x: -0.2, y: bottom },
      ],
    ];
  return [
    [{ x: part / 3, y: rim }, ...flip(SIDE, part)],
    [
      { x: part / 3, y: lip },
      { x: part * 0.96, y: lip },
    ],
    earEdge(part, EAR.thick),
    earEdge(part, -EAR.thick),
  ];
}

export function partArea(part: -1 | 1): readonly Point[] {
  return [...flip(BORDER, part), ...flip([...SIDE].reverse(), part)];
}

export function earArea(part: -1 | 1): readonly Point[] {
  return [...earEdge(part, EAR.thick), ...[...earEdge(part, -EAR.thick)].reverse()];
}
