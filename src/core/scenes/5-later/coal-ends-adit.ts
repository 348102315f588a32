import { range } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import type { Box, Palette, Point, Shape } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { pathData, polyline, segments } from "../../picture/path.ts";

const COURSES = 8;

/** Draws the mouth of a mine on the floor, walled up from the foot to `walled` (0–1) of its height. */
export function adit(key: string, { x, y, width, height }: Box, walled: number, palette: Palette): readonly Shape[] {
  const foot = y + height;
  const frame = width * 0.1;
  const inner = { half: width / 2 - frame, top: y + frame };
  const middle = x + width / 2;
  const spring = inner.top + inner.half;
  /** Half the width of the mouth at a height. */
  const halfAt = (at: number): number =>
    at >= spring ? inner.half : Math.sqrt(Math.max(0, inner.half ** 2 - (spring - at) ** 2));
  const course = (foot - inner.top) / COURSES;
  const level = foot - walled * (foot - inner.top);
  const joints = range(COURSES).flatMap((k): (readonly [Point, Point])[] => {
    const [low, high] = [foot - k * course, foot - (k + 1) * course];
    if (high < level - 0.1) return [];
    const half = Math.min(halfAt(low), halfAt(high));
    const bricks = range(-2, 3)
      .map((n) => middle + (n + (k % 2) / 2) * inner.half * 0.62)
      .filter((at) => Math.abs(at - middle) < half - 1)
      .map(
        (at) =>
          [
            { x: at, y: low },
            { x: at, y: high },
          ] as const,
      );
    const bed = halfAt(high);
    return [
      [
        { x: middle - bed, y: high },
        { x: middle + bed, y: high },
      ] as const,
      ...bricks,
    ];
  });
  const wall = range(13).map((k) => {
    const at = foot - ((foot - level) * k) / 12;
    return { at, half: halfAt(at) };
  });
  const outline = [
    ...wall.map(({ at, half }) => ({ x: middle - half, y: at })),
    ...[...wall].reverse().map(({ at, half }) => ({ x: middle + half, y: at })),
  ];
  return [
    pathMark({
      key: `${key}:mouth`,
      layer: "back",
      d: pathData((path) => {
        path.moveTo(middle - inner.half, foot);
        path.lineTo(middle - inner.half, spring);
        path.arc(middle, spring, inner.half, Math.PI, 0);
        path.lineTo(middle + inner.half, foot);
      }),
      fill: mixRgb(palette.background, [0, 0, 0], 0.6),
      stroke: palette.ink,
      strokeWidth: Math.max(2, frame * 0.8),
    }),
    pathMark({
      key: `${key}:wall`,
      layer: "back",
      d: polyline(outline),
      fill: mixRgb(palette.background, palette.ink, 0.3),
      strokeWidth: 0,
    }),
    pathMark({
      key: `${key}:joints`,
      layer: "back",
      d: segments(joints),
      stroke: palette.background,
      strokeWidth: Math.max(1, frame * 0.22),
    }),
  ];
}
