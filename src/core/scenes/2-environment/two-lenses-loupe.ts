import { range } from "d3-array";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { memoizeByKey } from "../../lib/memoize.ts";
import type { Box, Palette, PathMark, Point } from "../../model/picture.ts";
import { ringLayout } from "../../picture/layouts/ring.ts";
import { pathMark } from "../../picture/marks.ts";
import { circlePath, pathData, polygon, segments } from "../../picture/path.ts";

/** A round magnifying glass, px. `angle` (radians) and `length` are those of its handle. */
export interface Loupe extends Point {
  readonly r: number;
  readonly angle: number;
  readonly length: number;
}

/** Thickness of the rim and half that of the handle, in radii. */
export const LENS_RIM = 0.065;
const HANDLE = 0.075;

const ON_HANDLE = 24;

const SHADE_STROKES = 40;
const WHITE: Rgb = [255, 255, 255];
const ORIGIN: Point = { x: 0, y: 0 };

/** Returns the point `far` px from a lens's middle along its handle and `aside` px to the handle's right. */
function pointOnHandle({ x, y, angle }: Loupe, far: number, aside: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: x + far * cos - aside * sin, y: y + far * sin + aside * cos };
}

function handlePath(lens: Loupe): string {
  const { r, length } = lens;
  const thick = r * HANDLE;
  const end = r * 1.1 + length;
  const profile = [
    [r * (1 + LENS_RIM / 2), 0.5],
    [r * 1.1, 0.5],
    [r * 1.12, 1],
    [end - thick, 1.15],
    [end, 0.5],
  ] as const;
  return polygon([
    ...profile.map(([far, half]) => pointOnHandle(lens, far, -half * thick)),
    ...profile.map(([far, half]) => pointOnHandle(lens, far, half * thick)).reverse(),
  ]);
}

function shadePath(r: number): string {
  const from = r * (1 - LENS_RIM / 2);
  return segments(
    range(SHADE_STROKES).map((k) => {
      const angle = -0.75 + (2.9 * k) / (SHADE_STROKES - 1);
      const to = from - 0.11 * r * Math.sin((Math.PI * (k + 0.5)) / SHADE_STROKES);
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      return [
        { x: from * cos, y: from * sin },
        { x: to * cos, y: to * sin },
      ];
    }),
  );
}

function glarePath(r: number): string {
  const [outer, inner] = [0.88 * r, 1.02 * r];
  const [middle, half] = [3.825, 0.475];
  // The inner arc has the same ends and is flatter, so its centre lies beyond the lens's.
  const flat = Math.asin((outer * Math.sin(half)) / inner);
  const back = inner * Math.cos(flat) - outer * Math.cos(half);
  return pathData((path) => {
    path.arc(0, 0, outer, middle - half, middle + half);
    path.arc(-back * Math.cos(middle), -back * Math.sin(middle), inner, middle + flat, middle - flat, true);
    path.closePath();
  });
}

/** Returns the paths of a lens about the origin; cached, because a lens only moves. */
const loupePaths = memoizeByKey(
  (r: number, angle: number, length: number) => ({
    glass: circlePath(ORIGIN, r),
    glare: glarePath(r),
    shade: shadePath(r),
    handle: handlePath({ ...ORIGIN, r, angle, length }),
    edges: circlePath(ORIGIN, r * (1 + LENS_RIM / 2)) + circlePath(ORIGIN, r * (1 - LENS_RIM / 2)),
  }),
  8,
);

export function drawLoupe(
  key: string,
  { x, y, r, angle, length }: Loupe,
  tint: Rgb,
  palette: Palette,
): readonly PathMark[] {
  const { glass, glare, shade, handle, edges } = loupePaths(r, angle, length);
  const { background, ink: stroke, layer: metal } = palette;
  const [tinted, light] = [mixRgb(background, tint, 0.2), mixRgb(background, WHITE, 0.4)];
  const line = Math.max(1, r * 0.009);
  const at = { layer: "back", translate: [x, y] } as const;
  return [
    pathMark({ ...at, key: `${key}:glass`, d: glass, strokeWidth: 0, fill: tinted, opacity: 0.55 }),
    pathMark({ ...at, key: `${key}:glare`, d: glare, strokeWidth: 0, fill: light, opacity: 0.85 }),
    pathMark({ ...at, key: `${key}:shade`, d: shade, stroke, strokeWidth: line * 0.7, opacity: 0.5 }),
    pathMark({ ...at, key: `${key}:handle`, d: handle, stroke, strokeWidth: line, fill: metal }),
    pathMark({ ...at, key: `${key}:rim`, d: glass, stroke: metal, strokeWidth: r * LENS_RIM }),
    pathMark({ ...at, key: `${key}:edges`, d: edges, stroke, strokeWidth: line }),
  ];
}

/** Returns the places and radii of `n` grains, px: round the rim from the handle on, the last of them on the handle. */
export function loupePlaces(lens: Loupe, n: number): readonly (Point & { readonly r: number })[] {
  const { r, angle, length } = lens;
  const onRim = n - ON_HANDLE;
  const bead = Math.min(r * LENS_RIM * 0.4, ((Math.PI * r) / onRim) * 0.86);
  const gap = (length * 0.94 - r * 0.03) / (ON_HANDLE / 2);
  const small = Math.min(gap * 0.42, r * 0.03);
  return [
    ...ringLayout(onRim, 1, 1, lens, r, angle + Math.PI).map((place) => ({ ...place, r: bead })),
    ...range(ON_HANDLE).map((k) => ({
      ...pointOnHandle(lens, r * 1.13 + (Math.floor(k / 2) + 0.5) * gap, (k % 2 === 0 ? -0.5 : 0.5) * r * HANDLE),
      r: small,
    })),
  ];
}

export type Span = readonly [from: number, to: number];

/** Returns the chord of a circle of `r` px about a lens's middle at height `y`; it is empty outside the circle. */
export function chord({ x, y: middle, r: own }: Loupe, y: number, r = own): Span {
  const half = Math.sqrt(Math.max(0, r ** 2 - (y - middle) ** 2));
  return [x - half, x + half];
}

/** Returns the strokes of a horizontal line that leaves out `hidden` spans. */
function strokesBeside(y: number, [from, to]: Span, hidden: readonly Span[]): readonly (readonly [Point, Point])[] {
  const strokes: (readonly [Point, Point])[] = [];
  let x = from;
  for (const [start, end] of [...hidden].sort((a, b) => a[0] - b[0])) {
    if (x >= to) return strokes;
    if (start > x + 1)
      strokes.push([
        { x, y },
        { x: Math.min(start, to), y },
      ]);
    x = Math.max(x, end);
  }
  if (to > x + 1)
    strokes.push([
      { x, y },
      { x: to, y },
    ]);
  return strokes;
}

/** Returns heights from `from` to `to`, `pitch` px apart and aligned with `through`. */
function lineHeights(through: number, pitch: number, [from, to]: Span): readonly number[] {
  const first = Math.ceil((from - through) / pitch);
  const last = Math.floor((to - through) / pitch);
  return range(first, last + 1).map((k) => through + k * pitch);
}

/**
 * Returns the path data of a ruled sheet beside the lenses, under one of them and under both. A lens enlarges about its
 * middle, `power` times; the lines leave out the boxes in `clear`.
 */
export function refractedLines(
  sheet: Box,
  pitch: number,
  [a, b]: readonly [Loupe, Loupe],
  power: number,
  clear: readonly Box[],
): Readonly<Record<"beside" | "under" | "both", string>> {
  const cleared = (y: number) =>
    clear.filter((box) => y > box.y && y < box.y + box.height).map((box): Span => [box.x, box.x + box.width]);
  const linesUnder = (own: Loupe, other: Loupe) =>
    lineHeights(own.y, pitch * power, [own.y - own.r, own.y + own.r]).flatMap((y) =>
      strokesBeside(y, chord(own, y), [chord(other, y), ...cleared(y)]),
    );
  const middle = (a.y + b.y) / 2;
  const beside = lineHeights(middle, pitch, [sheet.y, sheet.y + sheet.height]).flatMap((y) =>
    strokesBeside(y, [sheet.x, sheet.x + sheet.width], [chord(a, y), chord(b, y)]),
  );
  const overlap: Span = [Math.max(a.y - a.r, b.y - b.r), Math.min(a.y + a.r, b.y + b.r)];
  const both = lineHeights(middle, pitch * power ** 2, overlap).flatMap((y) => {
    const [one, two] = [chord(a, y), chord(b, y)];
    return strokesBeside(y, [Math.max(one[0], two[0]), Math.min(one[1], two[1])], cleared(y));
  });
  return {
    beside: segments(beside),
    under: segments([...linesUnder(a, b), ...linesUnder(b, a)]),
    both: segments(both),
  };
}
