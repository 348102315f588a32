import { range } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { lerp } from "../../lib/math.ts";
import type { Palette, PathMark, Point } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { circlePath, polygon, segments } from "../../picture/path.ts";

/** A mine tub, px: `x` is the left end of its upper edge, `rail` the y that it stands on. */
export interface Tub {
  readonly x: number;
  readonly rail: number;
  readonly width: number;
  readonly height: number;
}

type TubSize = Pick<Tub, "width" | "height">;

/** Grains per row of a pile of 48, from the brim up; the second, lower pile is for a long tub. */
const HEAPS = [
  [19, 16, 13],
  [25, 23],
] as const;

const ROW = 0.8;

/** Radius of a wheel, and the inward slant of the sides, in heights of the tub. */
const WHEEL = 0.24;
const SLANT = 0.2;

const AXLES = [0.2, 0.8];
const SEAMS = [0.36, 0.64];
const SHADE_STROKES = 9;

export function tubSide({ x, rail, width, height }: Tub): Point {
  return { x: x + width / 2, y: rail - height * 0.59 };
}

/**
 * Returns 48 places piled up to `rise` px above a tub, relative to its `x` and `rail`, and the radius at which grains
 * touch. They are listed from left to right, the order in which a load runs out.
 */
export function tubHeap(
  { width, height }: TubSize,
  rise: number,
): { readonly places: readonly Point[]; readonly r: number } {
  const pitchOf = (rows: readonly [number, ...number[]]) =>
    Math.min((width * 0.97) / rows[0], rise / rows.length / ROW);
  const [high, low] = HEAPS;
  const rows = pitchOf(low) > 1.25 * pitchOf(high) ? low : high;
  const pitch = pitchOf(rows);
  const places = rows.flatMap((n, row) =>
    range(n).map((k) => ({
      x: width / 2 + (k - (n - 1) / 2) * pitch,
      y: -height - ROW * pitch * (row + 0.4) - 1,
    })),
  );
  return { places: places.sort((a, b) => a.x - b.x || b.y - a.y), r: pitch * 0.45 };
}

function spokesPath({ rail, width }: Tub, r: number, turn: number): string {
  const y = rail - r;
  return segments(
    AXLES.flatMap((axle) =>
      range(3).map((k) => {
        const angle = turn + (k * Math.PI) / 3;
        const [cos, sin] = [r * 0.8 * Math.cos(angle), r * 0.8 * Math.sin(angle)];
        return [
          { x: axle * width - cos, y: y - sin },
          { x: axle * width + cos, y: y + sin },
        ] as const;
      }),
    ),
  );
}

function planksPath({ width, height }: Tub, top: number, bottom: number): string {
  const slant = height * SLANT;
  const seams = SEAMS.flatMap((share) => {
    const y = lerp(top, bottom, share);
    const [left, right, long] = [slant * share, width - slant * share, width * 0.04];
    return [
      [
        { x: left, y },
        { x: left + long, y },
      ] as const,
      [
        { x: right, y },
        { x: right - long, y },
      ] as const,
    ];
  });
  const shade = range(SHADE_STROKES).map((k) => {
    const x = width - slant - (k + 1) * height * 0.1;
    return [
      { x, y: bottom - 1 },
      { x: x + height * 0.1, y: bottom - 1 - height * (0.34 - 0.03 * k) },
    ] as const;
  });
  return segments([...seams, ...shade]);
}

/**
 * Draws a tub in front of the grains, at x = 0, and translates it, so that its paths stay the same. `rolled` is the way
 * that it has come, px.
 */
export function tub(key: string, at: Tub, rolled: number, { background, ink, layer }: Palette): readonly PathMark[] {
  const { x, rail, width, height } = at;
  const r = height * WHEEL;
  const [top, bottom, slant] = [rail - height, rail - r * 1.1, height * SLANT];
  const band = height * 0.11;
  const strokeWidth = Math.max(1, height * 0.035);
  const moved = { translate: [x, 0] as const, stroke: ink, strokeWidth };
  return [
    pathMark({
      ...moved,
      key: `${key}:wheels`,
      fill: background,
      strokeWidth: strokeWidth * 1.5,
      d: AXLES.map((axle) => {
        const hub = { x: axle * width, y: rail - r };
        return circlePath(hub, r) + circlePath(hub, r * 0.28);
      }).join(""),
    }),
    pathMark({ ...moved, key: `${key}:spokes`, d: spokesPath(at, r, rolled / r) }),
    pathMark({
      ...moved,
      key: `${key}:body`,
      fill: layer,
      d: polygon([
        { x: 0, y: top },
        { x: slant, y: bottom },
        { x: width - slant, y: bottom },
        { x: width, y: top },
      ]),
    }),
    pathMark({
      ...moved,
      key: `${key}:planks`,
      stroke: mixRgb(layer, ink, 0.6),
      strokeWidth: strokeWidth * 0.7,
      d: planksPath(at, top, bottom),
    }),
    pathMark({
      ...moved,
      key: `${key}:brim`,
      fill: ink,
      stroke: null,
      strokeWidth: 0,
      d: polygon([
        { x: -band, y: top - 0.5 },
        { x: width + band, y: top - 0.5 },
        { x: width + band * 0.6, y: top + band },
        { x: -band * 0.6, y: top + band },
      ]),
    }),
  ];
}
