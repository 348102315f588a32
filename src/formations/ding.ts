import { GROUP_SIZE } from "../picture/grains.ts";
import type { Place } from "./strip.ts";

/**
 * The vessel in its own units: half the mouth's width is 1, x from the axis, y up from the ground.
 * Three equal parts: leg, share of the belly, of the band and of the rim. Two ears are cast on the two outer parts;
 * as many grains of the third part are still on their way up the strands.
 */
export const DING_HEIGHT = 2.25;

/** Heights, from the ground: where the belly's bottom, its widest place, the band, the neck and the rim are. */
export const AT = { bottom: 0.64, widest: 1.04, band: 1.34, neck: 1.6, lip: 1.67, rim: 1.79, ears: 2.23 } as const;

/** Half-widths. */
const WIDE = 0.985;
const BAND = 0.93;
const LIP = 1;

/** Distance of the outer legs from the axis. */
export const LEG = 0.6;

/** Half-width of the vessel's body at height y, from bottom to rim. */
export function halfWidth(y: number): number {
  if (y >= AT.lip) return LIP;
  if (y >= AT.neck) return BAND - 0.02;
  if (y >= AT.widest) {
    const k = (y - AT.widest) / (AT.band - AT.widest);
    return k >= 1 ? BAND : WIDE - (WIDE - BAND) * k * k;
  }
  const k = Math.max(0, (AT.widest - y) / (AT.widest - AT.bottom));
  return WIDE * (1 - k ** 2.7) ** (1 / 2.7);
}

/** Half-width of a leg at height y: a hoof below, slender in the middle, a knee where it carries the body. */
export function legHalfWidth(y: number): number {
  const k = y / (AT.bottom + 0.1);
  return 0.138 + 0.072 * (1 - k) ** 4 + 0.095 * k ** 2.6;
}

/** Grains of a leg: three abreast, row upon row, as a plait of three strands has them. */
export const PLAIT = { rows: 7, foot: 0.06, pitch: 0.101 } as const;

/** How far the outer grains of a leg's row at height y stand from its axis. */
export function abreast(y: number): number {
  return Math.min(0.112, legHalfWidth(y) - 0.056);
}

const legSpots: readonly Place[] = Array.from({ length: 3 * PLAIT.rows }, (_, k) => {
  const y = PLAIT.foot + PLAIT.pitch * Math.floor(k / 3);
  return { x: ((k % 3) - 1) * abreast(y), y };
});

/** Share of a part's width that its rows take: grains keep clear of borders and contour. */
const CLEAR = 0.94;

/** Places of a row of the body in the part −1, 0 or 1: `n` grains in the middle of `slots` between the part's borders. */
function rowOf(part: number, n: number, slots: number, y: number, clear = CLEAR): readonly Place[] {
  const half = halfWidth(y);
  return Array.from({ length: n }, (_, k) => ({
    x: half * ((2 * part) / 3 + clear * ((2 * (k + (slots - n + 1) / 2)) / (3 * slots) - 1 / 3)),
    y,
  }));
}

/** Closest packing: every other row leaves its ends to the parts' borders. */
const SLOTS = 6;
const BELLY_ROWS = [5, 6, 5, 6, 5, 6, 5];
const BELLY_LOW = 0.805;
const BELLY_HIGH = AT.band - 0.068;

/** Spirals of the band in each part; a grain is the eye of each. */
export const EYES = 3;

/** Grains of the rim in each part. */
const RIM = 7;

function bodySpots(part: number): readonly Place[] {
  const belly = BELLY_ROWS.flatMap((n, row) =>
    rowOf(part, n, SLOTS, BELLY_LOW + ((BELLY_HIGH - BELLY_LOW) * row) / (BELLY_ROWS.length - 1)),
  );
  return [
    ...belly,
    ...rowOf(part, EYES, EYES, (AT.band + AT.neck) / 2, 1),
    ...rowOf(part, RIM, RIM, (AT.lip + AT.rim) / 2),
  ];
}

/** Centre line of an ear: an upright loop on the rim, x from the ear's own axis. */
export const EAR = { x: 0.66, half: 0.185, foot: AT.rim + 0.055, spring: AT.rim + 0.19 } as const;

function earSpots(side: number, n: number): readonly Place[] {
  const straight = EAR.spring - EAR.foot;
  const arc = Math.PI * EAR.half;
  const total = 2 * straight + arc;
  return Array.from({ length: n }, (_, k) => {
    const s = (total * k) / (n - 1);
    const angle = (s - straight) / EAR.half;
    const [x, y] =
      s < straight
        ? [-EAR.half, EAR.foot + s]
        : s > straight + arc
          ? [EAR.half, EAR.foot + total - s]
          : [-EAR.half * Math.cos(angle), EAR.spring + EAR.half * Math.sin(angle)];
    return { x: side * EAR.x + x, y };
  });
}

function part(side: number): readonly Place[] {
  return [...legSpots.map(({ x, y }) => ({ x: x + side * LEG, y })), ...bodySpots(side)];
}

/** How many grains an ear takes: what leg and body leave of a group. */
const EAR_GRAINS = GROUP_SIZE - part(0).length;

/** Same turn as a wheel's rim has, from the left over the top, so that a wheel opens into its part without a knot. */
function inTurn(spots: readonly Place[]): readonly Place[] {
  const cx = spots.reduce((sum, { x }) => sum + x, 0) / spots.length;
  const cy = spots.reduce((sum, { y }) => sum + y, 0) / spots.length;
  const turn = ({ x, y }: Place) => (Math.atan2(y - cy, cx - x) + 2 * Math.PI) % (2 * Math.PI);
  return [...spots].sort((a, b) => turn(a) - turn(b));
}

const INDUSTRY = inTurn([...part(-1), ...earSpots(-1, EAR_GRAINS)]);

/** Places of the first group by rank, of the second as its mirror image, and of the third from the foot upwards, in units of the vessel. */
export const DING = {
  industry: INDUSTRY,
  services: INDUSTRY.map(({ x, y }) => ({ x: -x, y })),
  rural: [...part(0)].sort((a, b) => a.y - b.y || a.x - b.x),
} as const;

/** How large a grain is at a place of the vessel against the others: the eyes of the spirals are fine, legs and ears slender. */
export function weight({ y }: Place): number {
  return y > AT.band && y < AT.neck ? 0.52 : y < AT.bottom + 0.05 || y > AT.rim ? 0.9 : 1;
}
