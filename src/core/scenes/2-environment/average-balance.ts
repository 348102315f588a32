import { range } from "d3-array";
import type { Box, Palette, Point, Shape } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { circlePath, pathData, polygon, polyline, segments } from "../../picture/path.ts";

interface Balance {
  readonly pivot: Point;
  readonly foot: number;
  /** Half the length of the beam, and half the width of a pan. */
  readonly arm: number;
  readonly half: number;
  readonly cord: number;
}

/** The moving parts at one angle: the ends of the beam, and the middle of each pan's floor. */
export interface Tilted {
  readonly ends: readonly [left: Point, right: Point];
  readonly floors: readonly [left: Point, right: Point];
}

export function panHalfWidth({ width, height }: Box): number {
  return Math.min(width * 0.235, height * 0.42);
}

/** Lays out a balance with `under` px free below the pans. */
export function layBalance(box: Box, under: number): Balance {
  const half = panHalfWidth(box);
  const pivot = { x: box.x + box.width / 2, y: box.y + box.height * 0.1 };
  const foot = box.y + box.height;
  return { pivot, foot, arm: half * 1.13, half, cord: foot - under - half * 0.34 - pivot.y };
}

/** Turns the beam by `angle` radians; a positive angle lowers the left end. */
export function tiltBalance({ pivot, arm, cord }: Balance, angle: number): Tilted {
  const [dx, dy] = [arm * Math.cos(angle), arm * Math.sin(angle)];
  const left = { x: pivot.x - dx, y: pivot.y + dy };
  const right = { x: pivot.x + dx, y: pivot.y - dy };
  return {
    ends: [left, right],
    floors: [
      { x: left.x, y: left.y + cord },
      { x: right.x, y: right.y + cord },
    ],
  };
}

function panPath({ x, y }: Point, half: number): string {
  return pathData((path) => {
    const bottom = y + half * 0.22;
    path.moveTo(x - half, y);
    path.lineTo(x + half, y);
    path.bezierCurveTo(x + half * 0.8, bottom, x - half * 0.8, bottom, x - half, y);
    path.closePath();
  });
}

function panShade({ x, y }: Point, half: number): string {
  return segments(
    range(13).map((k) => {
      const along = half * (0.02 + (0.72 * k) / 12);
      const depth = half * 0.15 * Math.sqrt(1 - (along / half) ** 2);
      return [
        { x: x + along, y: y + 1.5 },
        { x: x + along - half * 0.03, y: y + depth },
      ];
    }),
  );
}

export function weightPath({ x, y }: Point, width: number, height: number): string {
  const [w, r] = [width / 2, width * 0.08];
  const [foot, shoulder, top] = [y - height * 0.14, y - height * 0.94, y - height];
  return pathData((path) => {
    path.moveTo(x - w, y);
    path.lineTo(x - w * 0.94, foot);
    path.lineTo(x - w * 0.8, shoulder);
    path.bezierCurveTo(x - w * 0.78, top, x - w * 0.6, top, x - w * 0.5, top);
    path.lineTo(x - r, top);
    path.lineTo(x - r, top - r);
    path.bezierCurveTo(x - r * 2.6, top - r * 3.6, x + r * 2.6, top - r * 3.6, x + r, top - r);
    path.lineTo(x + r, top);
    path.lineTo(x + w * 0.5, top);
    path.bezierCurveTo(x + w * 0.6, top, x + w * 0.78, top, x + w * 0.8, shoulder);
    path.lineTo(x + w * 0.94, foot);
    path.lineTo(x + w, y);
    path.closePath();
  });
}

function postPath({ pivot: { x, y }, foot, half }: Balance, w: number): string {
  const top = foot - half * 0.1;
  return polygon([
    { x: x - w * 0.6, y },
    { x: x + w * 0.6, y },
    { x: x + w, y: top },
    { x: x - w, y: top },
  ]);
}

function basePath({ pivot: { x }, foot, half }: Balance, w: number): string {
  const [wide, slope, top] = [half * 0.42, half * 0.3, foot - half * 0.16];
  const [low, high] = [foot - half * 0.12, foot - half * 0.1];
  return pathData((path) => {
    path.moveTo(x - wide, foot);
    path.bezierCurveTo(x - slope, low, x - w * 2, high, x - w, top);
    path.lineTo(x + w, top);
    path.bezierCurveTo(x + w * 2, high, x + slope, low, x + wide, foot);
    path.closePath();
  });
}

function beamPath(pivot: Point, [left, right]: Tilted["ends"], w: number): string {
  const [x1, x2] = [(left.x + pivot.x) / 2, (right.x + pivot.x) / 2];
  const [y1, y2] = [(left.y + pivot.y) / 2, (right.y + pivot.y) / 2];
  const bulge = w * 1.6;
  return pathData((path) => {
    path.moveTo(left.x, left.y);
    path.bezierCurveTo(x1, y1 - bulge, x2, y2 - bulge, right.x, right.y);
    path.bezierCurveTo(x2, y2 + bulge, x1, y1 + bulge, left.x, left.y);
    path.closePath();
  });
}

export function drawBalance(
  key: string,
  balance: Balance,
  { ends: [left, right], floors }: Tilted,
  { ink: stroke, layer: fill, background }: Palette,
): readonly Shape[] {
  const { pivot, half } = balance;
  const line = Math.max(1.2, half * 0.016);
  const w = half * 0.05;
  const cord = (end: Point, { x, y }: Point) => polyline([{ x: x - half, y }, end, { x: x + half, y }]);
  const cords = cord(left, floors[0]) + cord(right, floors[1]);
  const stand = postPath(balance, w) + basePath(balance, w);
  const beam = beamPath(pivot, [left, right], w);
  const knobs = [left, right, pivot].map((point) => circlePath(point, w * 0.9)).join("");
  const pans = floors.map((floor) => panPath(floor, half)).join("");
  const shade = floors.map((floor) => panShade(floor, half)).join("");
  return [
    pathMark({ key: `${key}:cords`, layer: "back", d: cords, stroke, strokeWidth: line * 0.8 }),
    pathMark({ key: `${key}:post`, layer: "back", d: stand, stroke, strokeWidth: line, fill }),
    pathMark({ key: `${key}:beam`, layer: "back", d: beam, stroke, strokeWidth: line, fill }),
    pathMark({
      key: `${key}:knobs`,
      layer: "back",
      d: knobs,
      stroke: background,
      strokeWidth: line * 0.6,
      fill: stroke,
    }),
    pathMark({ key: `${key}:pans`, layer: "back", d: pans, stroke, strokeWidth: line, fill }),
    pathMark({ key: `${key}:shade`, layer: "back", d: shade, stroke, strokeWidth: line * 0.6 }),
  ];
}
