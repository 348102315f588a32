import { range } from "d3-array";
import { curveCatmullRomClosed, line } from "d3-shape";
import type { Point } from "../../model/picture.ts";
import { pointsAlong } from "../../picture/layouts/along-line.ts";
import { pathData } from "../../picture/path.ts";

/** Grains of each of the four strokes of 心. */
export const STROKE_GRAINS = 60;

/** Grains in each row of a dot, from its tip. */
const ROWS = [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 6, 5, 4, 3];
const ROW = Math.sqrt(3) / 2;

/** Distance between the grains of a dot, in sides of the character. */
const PITCH = 0.0255;

/** Distance of the first grain from the tip, and how far a dot bends aside, in pitches. */
const [TIP, BEND] = [2, 1.5];
export const GRAIN = PITCH * 0.43;

/** Tips of the three dots in a square of side one, and their directions in radians from straight down. */
export const DOTS = [
  { x: 0.2, y: 0.43, turn: 0.3, bend: 1 },
  { x: 0.42, y: 0.19, turn: -0.52, bend: -1 },
  { x: 0.755, y: 0.33, turn: -0.5, bend: -1 },
] as const;

export type Dot = (typeof DOTS)[number];

/** A place in the character, px. */
export type Place = (x: number, y: number) => Point;

const LENGTH = TIP + (ROWS.length - 1) * ROW + 1.2;

/** Returns a point of a dot; `along` and `aside` are in pitches from its tip. */
function inDot({ x, y, turn, bend }: Dot, along: number, aside: number): Point {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const out = aside + bend * BEND * Math.sin((Math.PI * along) / LENGTH);
  return { x: x + (out * cos - along * sin) * PITCH, y: y + (along * cos + out * sin) * PITCH };
}

export function dotPlaces(dot: Dot, place: Place): readonly Point[] {
  return ROWS.flatMap((n, row) =>
    range(n).map((k) => {
      const { x, y } = inDot(dot, TIP + row * ROW, k - (n - 1) / 2);
      return place(x, y);
    }),
  );
}

const closed = line<Point>()
  .x(({ x }) => x)
  .y(({ y }) => y)
  .curve(curveCatmullRomClosed)
  .digits(1);

/** Returns a dot of the brush, `pressed` 0–1 from its tip. */
export function dotPath(dot: Dot, place: Place, pressed: number): string {
  const side = ROWS.map((n, row) => ({ along: TIP + row * ROW, aside: n / 2 + 0.7 }));
  const at = (along: number, aside: number): Point => {
    const { x, y } = inDot(dot, along * pressed, aside * pressed);
    return place(x, y);
  };
  const shown = side.filter((_, row) => row % 2 === 0);
  return (
    closed([
      at(0, 0),
      ...shown.map(({ along, aside }) => at(along, aside)),
      at(LENGTH, 0),
      ...[...shown].reverse().map(({ along, aside }) => at(along, -aside)),
    ]) ?? ""
  );
}

/** Middle line of the lying hook, along which its grains lie in two lanes. */
const HOOK: readonly (readonly [x: number, y: number])[] = [
  [0.338, 0.5],
  [0.352, 0.6],
  [0.38, 0.7],
  [0.425, 0.78],
  [0.49, 0.838],
  [0.57, 0.868],
  [0.66, 0.875],
  [0.74, 0.862],
  [0.795, 0.83],
  [0.8, 0.77],
];

export function hookPlaces(place: Place, side: number): readonly Point[] {
  return pointsAlong(
    HOOK.map(([x, y]) => place(x, y)),
    STROKE_GRAINS,
    0.021 * side,
  );
}

const START = [0.365, 0.43] as const;
const CURVES: readonly (readonly [x1: number, y1: number, x2: number, y2: number, x: number, y: number])[] = [
  [0.385, 0.6, 0.43, 0.715, 0.5, 0.775],
  [0.57, 0.835, 0.69, 0.835, 0.735, 0.79],
  [0.765, 0.755, 0.77, 0.69, 0.775, 0.6],
  [0.785, 0.596, 0.795, 0.598, 0.803, 0.605],
  [0.82, 0.7, 0.85, 0.78, 0.89, 0.825],
  [0.912, 0.86, 0.88, 0.9, 0.81, 0.922],
  [0.7, 0.95, 0.555, 0.945, 0.455, 0.885],
  [0.36, 0.825, 0.305, 0.72, 0.298, 0.59],
  [0.294, 0.51, 0.29, 0.46, 0.268, 0.405],
];

export function hookPath(place: Place): string {
  return pathData((path) => {
    const start = place(...START);
    path.moveTo(start.x, start.y);
    for (const [x1, y1, x2, y2, x, y] of CURVES) {
      const [a, b, to] = [place(x1, y1), place(x2, y2), place(x, y)];
      path.bezierCurveTo(a.x, a.y, b.x, b.y, to.x, to.y);
    }
    path.closePath();
  });
}
