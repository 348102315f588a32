import { type Path, pathRound } from "d3-path";
import type { Box, Point } from "../model/picture.ts";

export type { Path } from "d3-path";

/** Draws path data with d3-path, rounded to tenths of a px: this is how it is interpolated and written. */
export function pathData(draw: (path: Path) => void): string {
  const path = pathRound(1);
  draw(path);
  return path.toString();
}

/** Path data of straight lines from point to point. */
export function polyline(points: readonly Point[]): string {
  return pathData((path) => traceLines(path, points));
}

/** Path data of a closed polygon. */
export function polygon(points: readonly Point[]): string {
  return pathData((path) => {
    traceLines(path, points);
    path.closePath();
  });
}

/** Path data of separate strokes, each from one point to another. */
export function segments(pairs: readonly (readonly [from: Point, to: Point])[]): string {
  return pathData((path) => {
    for (const pair of pairs) traceLines(path, pair);
  });
}

/** Adds lines from point to point to a path. */
export function traceLines(path: Path, points: readonly Point[]): void {
  points.forEach(({ x, y }, k) => (k === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

/**
 * Path data of a half circle from one end of its diameter to the other, clockwise on the screen by default. The radius
 * is too small on purpose: SVG scales such an arc up to fit, whereas one rounded apart from its ends gives a lens.
 */
export function halfCircle(from: Point, to: Point, clockwise = true): string {
  return `M${round(from.x)},${round(from.y)}${halfTurn(to, clockwise)}`;
}

function halfTurn(to: Point, clockwise: boolean): string {
  return `A0.1,0.1,0,0,${clockwise ? 1 : 0},${round(to.x)},${round(to.y)}`;
}

/** Path data of a closed circle of two half circles; `clockwise` false reverses it, to cut a hole. */
export function circlePath({ x, y }: Point, r: number, clockwise = true): string {
  const [left, right] = [
    { x: x - r, y },
    { x: x + r, y },
  ];
  return `${halfCircle(left, right, clockwise)}${halfTurn(left, clockwise)}Z`;
}

/** Path data of a ring: a circle with a round hole. */
export function ringPath(centre: Point, outer: number, inner: number): string {
  return circlePath(centre, outer) + circlePath(centre, inner, false);
}

/**
 * Path data of 45° hatching that leans right, clipped to the box; `pitch` is the distance along the bottom edge, px.
 */
export function hatchPath({ x, y, width, height }: Box, pitch: number): string {
  const bottom = y + height;
  return pathData((path) => {
    for (let start = x - height + pitch / 2; start < x + width; start += pitch) {
      const from = Math.max(start, x);
      const to = Math.min(start + height, x + width);
      if (to <= from) continue;
      path.moveTo(from, bottom - (from - start));
      path.lineTo(to, bottom - (to - start));
    }
  });
}
