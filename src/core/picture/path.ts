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

/** Path data of a closed ellipse with axes along x and y; its radii are too small for the reason `halfCircle` gives. */
export function ellipsePath({ x, y }: Point, rx: number, ry: number): string {
  const half = `A${round(rx * 0.9)},${round(ry * 0.9)},0,1,1,`;
  const left = `${round(x - rx)},${round(y)}`;
  return `M${left}${half}${round(x + rx)},${round(y)}${half}${left}Z`;
}

/**
 * Path data of a stadium: the line between two points, widened by `r` px to either side, with round ends; `clockwise`
 * false reverses it, to cut a hole.
 */
export function stadiumPath(from: Point, to: Point, r: number, clockwise = true): string {
  const out = (clockwise ? r : -r) / Math.hypot(to.x - from.x, to.y - from.y);
  const [dx, dy] = [out * (to.y - from.y), -out * (to.x - from.x)];
  const start = { x: from.x + dx, y: from.y + dy };
  return [
    polyline([start, { x: to.x + dx, y: to.y + dy }]),
    halfTurn({ x: to.x - dx, y: to.y - dy }, clockwise),
    `L${round(from.x - dx)},${round(from.y - dy)}`,
    halfTurn(start, clockwise),
    "Z",
  ].join("");
}

/** Takes path commands whose points are in units of the drawing. */
export type Pen = Pick<Path, "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath">;

/** Draws path data in units of the drawing; `project` maps each point to px, as a perspective or a turn does. */
export function projectedPath(project: (x: number, y: number) => Point, draw: (pen: Pen) => void): string {
  return pathData((path) => {
    draw({
      moveTo(x, y) {
        const to = project(x, y);
        path.moveTo(to.x, to.y);
      },
      lineTo(x, y) {
        const to = project(x, y);
        path.lineTo(to.x, to.y);
      },
      quadraticCurveTo(x1, y1, x, y) {
        const [control, to] = [project(x1, y1), project(x, y)];
        path.quadraticCurveTo(control.x, control.y, to.x, to.y);
      },
      bezierCurveTo(x1, y1, x2, y2, x, y) {
        const [first, second, to] = [project(x1, y1), project(x2, y2), project(x, y)];
        path.bezierCurveTo(first.x, first.y, second.x, second.y, to.x, to.y);
      },
      closePath() {
        path.closePath();
      },
    });
  });
}
