import { mean, range } from "d3-array";
import { lerp, smoothstep } from "../../../lib/math.ts";
import type { Point } from "../../../model/picture.ts";
import { GROUP_SIZE } from "../../groups.ts";
import { pointsAlong } from "../../../picture/layouts/along-line.ts";

/**
 * Height to the top of the ears, in vessel units: x from the axis, y up from the ground, 1 = half the mouth's width.
 * The vessel is three equal parts (−1 industry, 0 rural, 1 services); the outer two have an ear each.
 */
export const VESSEL_HEIGHT = 2.17;

export const HEIGHTS = { bottom: 0.6, widest: 0.99, band: 1.31, neck: 1.55, lip: 1.655, rim: 1.765 } as const;

/** Half-widths. The belly is a superellipse of power BELLY_POWER, so that it hangs low. */
const WIDE = 0.97;
const NECK = 0.845;
const THROAT = 0.955;
const LIP = 1;
export const BELLY_POWER = 2.3;

export const LEG_OFFSET = 0.6;

export function vesselHalfWidth(y: number): number {
  if (y >= HEIGHTS.lip) return LIP;
  if (y >= HEIGHTS.neck) return lerp(NECK, THROAT, ((y - HEIGHTS.neck) / (HEIGHTS.lip - HEIGHTS.neck)) ** 1.7);
  if (y >= HEIGHTS.widest) return lerp(WIDE, NECK, smoothstep((y - HEIGHTS.widest) / (HEIGHTS.neck - HEIGHTS.widest)));
  const k = Math.min(1, (HEIGHTS.widest - y) / (HEIGHTS.widest - HEIGHTS.bottom));
  return WIDE * (1 - k ** BELLY_POWER) ** (1 / BELLY_POWER);
}

export function legHalfWidth(y: number): number {
  const k = y / (HEIGHTS.bottom + 0.1);
  return 0.117 + 0.088 * (1 - k) ** 4 + 0.095 * k ** 2.6;
}

export const LEG_ROWS = { rows: 7, foot: 0.058, pitch: 0.094 } as const;

function abreast(y: number): number {
  return Math.min(0.1, legHalfWidth(y) - 0.05);
}

const LEG_PLACES: readonly Point[] = range(LEG_ROWS.rows).flatMap((row) => {
  const y = LEG_ROWS.foot + LEG_ROWS.pitch * row;
  return [-1, 0, 1].map((column) => ({ x: column * abreast(y), y }));
});

const CLEAR = 0.94;

function rowOf(part: number, n: number, slots: number, y: number, clear = CLEAR): readonly Point[] {
  const third = vesselHalfWidth(y) / 3;
  return range(n).map((k) => ({ x: third * (2 * part + (clear * (2 * k + 1 - n)) / slots), y }));
}

/** Grains per row of the belly, from below. Rows of five and six alternate for the closest packing. */
const SLOTS = 6;
const BELLY_ROWS = [5, 6, 5, 6, 5, 6, 5];
const BELLY_LOW = 0.745;
const BELLY_HIGH = HEIGHTS.band - 0.075;

export const SPIRALS = 3;
const RIM = 7;

function bodyPlaces(part: number): readonly Point[] {
  const belly = BELLY_ROWS.flatMap((n, row) =>
    rowOf(part, n, SLOTS, lerp(BELLY_LOW, BELLY_HIGH, row / (BELLY_ROWS.length - 1))),
  );
  return [
    ...belly,
    ...rowOf(part, SPIRALS, SPIRALS, (HEIGHTS.band + HEIGHTS.neck) / 2, 1),
    ...rowOf(part, RIM, RIM, (HEIGHTS.lip + HEIGHTS.rim) / 2),
  ];
}

export const EAR = { x: 0.69, half: 0.148, thick: 0.05 } as const;
const SPRING = HEIGHTS.rim + 0.185;

/**
 * Returns an ear's line at distance `reach` from its middle line, from height `foot` over the top and down again. x is
 * relative to the ear's axis, positive outwards.
 */
export function earLine(reach: number, foot: number = HEIGHTS.rim): readonly Point[] {
  const half = EAR.half + reach;
  const arch = range(25).map((k) => {
    const [cos, sin] = [Math.cos((Math.PI * k) / 24), Math.sin((Math.PI * k) / 24)];
    return { x: -half * Math.sign(cos) * Math.abs(cos) ** 0.62, y: SPRING + half * Math.max(0, sin) ** 0.62 };
  });
  return [{ x: -half, y: foot }, ...arch, { x: half, y: foot }].map(({ x, y }) => ({
    x: x + 0.14 * (y - HEIGHTS.rim),
    y,
  }));
}

function earPlaces(side: number, n: number): readonly Point[] {
  return pointsAlong(earLine(0, HEIGHTS.rim + 0.02), n, 0).map(({ x, y }) => ({ x: side * (EAR.x + x), y }));
}

function partPlaces(part: number): readonly Point[] {
  return [...LEG_PLACES.map(({ x, y }) => ({ x: x + part * LEG_OFFSET, y })), ...bodyPlaces(part)];
}

const EAR_GRAINS = GROUP_SIZE - partPlaces(0).length;

/**
 * Sorts places in the order of a wheel's rim, from the left over the top: the wheels become the legs within a scene,
 * and their grains do not tangle.
 */
function sortAlongRim(places: readonly Point[]): readonly Point[] {
  const cx = mean(places, ({ x }) => x) ?? 0;
  const cy = mean(places, ({ y }) => y) ?? 0;
  const turn = ({ x, y }: Point) => (Math.atan2(y - cy, cx - x) + 2 * Math.PI) % (2 * Math.PI);
  return [...places].sort((a, b) => turn(a) - turn(b));
}

const INDUSTRY = sortAlongRim([...partPlaces(-1), ...earPlaces(-1, EAR_GRAINS)]);

/**
 * Places of the grains in vessel units: the first two groups by rank, mirror images of each other; the third from the
 * foot upwards.
 */
export const GRAIN_PLACES = {
  industry: INDUSTRY,
  services: INDUSTRY.map(({ x, y }) => ({ x: -x, y })),
  rural: [...partPlaces(0)].sort((a, b) => a.y - b.y || a.x - b.x),
} as const;

export function grainScale({ y }: Point): number {
  if (y > HEIGHTS.band && y < HEIGHTS.neck) return 0.52;
  if (y < HEIGHTS.bottom + 0.05) return 0.76;
  return y > HEIGHTS.rim ? 0.9 : 1;
}
