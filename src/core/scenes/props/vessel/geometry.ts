import { smoothstep } from "../../../lib/math.ts";
import type { Point } from "../../../model/picture.ts";
import { GROUP_SIZE } from "../../../picture/grains.ts";
import { pointsAlong } from "../../../picture/layouts/along-line.ts";

/**
 * The vessel in its own units: half the mouth's width is 1, x from the axis, y up from the ground.
 * Three equal parts: leg, share of the belly, of the band and of the rim. Two ears are cast on the two outer parts;
 * as many grains of the third part are still on their way up the strands.
 */
export const VESSEL_HEIGHT = 2.17;

/** Heights, from the ground: where the belly's bottom, its widest place, the band, the neck, the lip's underside and the rim are. */
export const HEIGHTS = { bottom: 0.6, widest: 0.99, band: 1.31, neck: 1.55, lip: 1.655, rim: 1.765 } as const;

/** Half-widths; the belly is a superellipse of the power ROUND, which hangs low. */
const WIDE = 0.97;
const NECK = 0.845;
const LIP = 1;
export const BELLY_POWER = 2.3;

/** Distance of the outer legs from the axis. */
export const LEG_OFFSET = 0.6;

/** Half-width of the vessel's body at height y, from bottom to rim: a hanging belly, drawn in at the neck, flared to the lip. */
export function vesselHalfWidth(y: number): number {
  if (y >= HEIGHTS.lip) return LIP;
  if (y >= HEIGHTS.neck) return NECK + (0.955 - NECK) * ((y - HEIGHTS.neck) / (HEIGHTS.lip - HEIGHTS.neck)) ** 1.7;
  if (y >= HEIGHTS.widest)
    return WIDE - (WIDE - NECK) * smoothstep((y - HEIGHTS.widest) / (HEIGHTS.neck - HEIGHTS.widest));
  const k = Math.min(1, (HEIGHTS.widest - y) / (HEIGHTS.widest - HEIGHTS.bottom));
  return WIDE * (1 - k ** BELLY_POWER) ** (1 / BELLY_POWER);
}

/** Half-width of a leg at height y: a hoof below, slender in the middle, a knee where it carries the body. */
export function legHalfWidth(y: number): number {
  const k = y / (HEIGHTS.bottom + 0.1);
  return 0.117 + 0.088 * (1 - k) ** 4 + 0.095 * k ** 2.6;
}

/** Grains of a leg: three abreast, row upon row. */
export const LEG_ROWS = { rows: 7, foot: 0.058, pitch: 0.094 } as const;

/** How far the outer grains of a leg's row at height y stand from its axis. */
function abreast(y: number): number {
  return Math.min(0.1, legHalfWidth(y) - 0.05);
}

const legSpots: readonly Point[] = Array.from({ length: 3 * LEG_ROWS.rows }, (_, k) => {
  const y = LEG_ROWS.foot + LEG_ROWS.pitch * Math.floor(k / 3);
  return { x: ((k % 3) - 1) * abreast(y), y };
});

/** Share of a part's width that its rows take: grains keep clear of borders and contour. */
const CLEAR = 0.94;

/** Places of a row of the body in the part −1, 0 or 1: `n` grains in the middle of `slots` between the part's borders. */
function rowOf(part: number, n: number, slots: number, y: number, clear = CLEAR): readonly Point[] {
  const half = vesselHalfWidth(y);
  return Array.from({ length: n }, (_, k) => ({
    x: half * ((2 * part) / 3 + clear * ((2 * (k + (slots - n + 1) / 2)) / (3 * slots) - 1 / 3)),
    y,
  }));
}

/** Closest packing: every other row leaves its ends to the parts' borders. */
const SLOTS = 6;
const BELLY_ROWS = [5, 6, 5, 6, 5, 6, 5];
const BELLY_LOW = 0.745;
const BELLY_HIGH = HEIGHTS.band - 0.075;

/** Spirals of the band in each part; a grain is the eye of each. */
export const SPIRALS = 3;

/** Grains of the rim in each part. */
const RIM = 7;

function bodySpots(part: number): readonly Point[] {
  const belly = BELLY_ROWS.flatMap((n, row) =>
    rowOf(part, n, SLOTS, BELLY_LOW + ((BELLY_HIGH - BELLY_LOW) * row) / (BELLY_ROWS.length - 1)),
  );
  return [
    ...belly,
    ...rowOf(part, SPIRALS, SPIRALS, (HEIGHTS.band + HEIGHTS.neck) / 2, 1),
    ...rowOf(part, RIM, RIM, (HEIGHTS.lip + HEIGHTS.rim) / 2),
  ];
}

/** An ear stands on the rim about the axis x: a handle with a square shoulder that leans a little outwards. */
export const EAR = { x: 0.69, half: 0.148, thick: 0.05 } as const;
const SPRING = HEIGHTS.rim + 0.185;

/** An ear's line at `reach` from its middle, from the foot at height `foot` over and down again; x from the ear's own axis, outwards. */
export function earLine(reach: number, foot: number = HEIGHTS.rim): readonly Point[] {
  const half = EAR.half + reach;
  const arch = Array.from({ length: 25 }, (_, k) => {
    const [cos, sin] = [Math.cos((Math.PI * k) / 24), Math.sin((Math.PI * k) / 24)];
    return { x: -half * Math.sign(cos) * Math.abs(cos) ** 0.62, y: SPRING + half * Math.max(0, sin) ** 0.62 };
  });
  return [{ x: -half, y: foot }, ...arch, { x: half, y: foot }].map(({ x, y }) => ({
    x: x + 0.14 * (y - HEIGHTS.rim),
    y,
  }));
}

function earSpots(side: number, n: number): readonly Point[] {
  return pointsAlong(earLine(0, HEIGHTS.rim + 0.02), n, 0).map(({ x, y }) => ({ x: side * (EAR.x + x), y }));
}

function part(side: number): readonly Point[] {
  return [...legSpots.map(({ x, y }) => ({ x: x + side * LEG_OFFSET, y })), ...bodySpots(side)];
}

/** How many grains an ear takes: what leg and body leave of a group. */
const EAR_GRAINS = GROUP_SIZE - part(0).length;

/** Same turn as a wheel's rim has, from the left over the top, so that a wheel opens into its part without a knot. */
function inTurn(spots: readonly Point[]): readonly Point[] {
  const cx = spots.reduce((sum, { x }) => sum + x, 0) / spots.length;
  const cy = spots.reduce((sum, { y }) => sum + y, 0) / spots.length;
  const turn = ({ x, y }: Point) => (Math.atan2(y - cy, cx - x) + 2 * Math.PI) % (2 * Math.PI);
  return [...spots].sort((a, b) => turn(a) - turn(b));
}

const INDUSTRY = inTurn([...part(-1), ...earSpots(-1, EAR_GRAINS)]);

/** Places of the first group by rank, of the second as its mirror image, and of the third from the foot upwards, in units of the vessel. */
export const GRAIN_PLACES = {
  industry: INDUSTRY,
  services: INDUSTRY.map(({ x, y }) => ({ x: -x, y })),
  rural: [...part(0)].sort((a, b) => a.y - b.y || a.x - b.x),
} as const;

/** How large a grain is at a place of the vessel against the others: the eyes of the spirals are fine, legs and ears slender. */
export function grainScale({ y }: Point): number {
  return y > HEIGHTS.band && y < HEIGHTS.neck ? 0.52 : y < HEIGHTS.bottom + 0.05 ? 0.76 : y > HEIGHTS.rim ? 0.9 : 1;
}
