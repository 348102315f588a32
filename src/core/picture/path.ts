import { type Path, pathRound } from "d3-path";
import type { Box, Point } from "../model/picture.ts";

export type { Path } from "d3-path";

/** Rounds to tenths of a px, as path data is interpolated and written. */
export function pathData(draw: (path: Path) => void): string {
  const path = pathRound(1);
  draw(path);
  return path.toString();
}

export function polyline(points: readonly Point[]): string {
  return pathData((path) => traceLines(path, points));
}

export function polygon(points: readonly Point[]): string {
  return pathData((path) => {
    traceLines(path, points);
    path.closePath();
  });
}

export function segments(pairs: readonly (readonly [from: Point, to: Point])[]): string {
  return pathData((path) => {
    for (const pair of pairs) traceLines(path, pair);
  });
}

export function traceLines(path: Path, points: readonly Point[]): void {
  points.forEach(({ x, y }, k) => (k === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10 + 0;
}

/**
 * Draws an arc with a radius too small on purpose: SVG scales it up to fit, whereas one rounded apart from its ends
 * gives a lens. Two halves that are not `clockwise` cut a hole.
 */
export function halfCircle(from: Point, to: Point, clockwise = true): string {
  return `M${round(from.x)},${round(from.y)}${halfTurn(to, clockwise)}`;
}

function halfTurn(to: Point, clockwise: boolean): string {
  return `A0.1,0.1,0,0,${clockwise ? 1 : 0},${round(to.x)},${round(to.y)}`;
}

export function circlePath({ x, y }: Point, r: number, clockwise = true): string {
  const [left, right] = [
    { x: x - r, y },
    { x: x + r, y },
  ];
  return `${halfCircle(left, right, clockwise)}${halfTurn(left, clockwise)}Z`;
}

export function ringPath(centre: Point, outer: number, inner: number): string {
  return circlePath(centre, outer) + circlePath(centre, inner, false);
}

/** Hatches at 45°, leaning right, clipped to the box; `pitch` is the distance along the bottom edge, px. */
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

/** Makes the radii too small for the reason that `halfCircle` gives. */
export function ellipsePath({ x, y }: Point, rx: number, ry: number): string {
  const half = `A${round(rx * 0.9)},${round(ry * 0.9)},0,1,1,`;
  const left = `${round(x - rx)},${round(y)}`;
  return `M${left}${half}${round(x + rx)},${round(y)}${half}${left}Z`;
}

/** Widens the line between two points by `r` px to either side, with round ends. */
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

export type Pen = Pick<Path, "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "closePath">;

/** Draws in units of the drawing; `project` maps each point to px, as a perspective or a turn does. */
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
