import { range } from "d3-array";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { memoizeByKey } from "../../lib/memoize.ts";
import type { Palette, PathMark, Point } from "../../model/picture.ts";
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
