import { pairs, range } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { lerp } from "../../lib/math.ts";
import type { Palette, PathMark, Point } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { circlePath, polygon, polyline, ringPath, segments } from "../../picture/path.ts";

// Lengths are in heights of the headframe, measured from its foot to the right and up.

const HEAD = 0.86;
const HALF = { foot: 0.17, head: 0.08 } as const;

const LEVELS = [0, 0.26, 0.5, 0.7, 0.87, 1];
const PLATFORM = 0.5;

const WHEEL = 0.105;
const AXLE = HEAD + 0.75 * WHEEL;
const WHEEL_SPOKES = 4;

const BRACES = [0.3, 0.55, 0.8, 1];

const HOUSE = { left: -1.3, right: -0.94, eaves: 0.15, ridge: 0.24, boards: 7 } as const;
const CHIMNEY = { x: -1.37, top: 0.32, half: 0.024 } as const;

/** House and chimney go on below the foot, because the ground there lies higher or lower and is drawn over them. */
const SUNK = -0.14;

function beam(from: Point, to: Point, half: number): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(-(to.y - from.y) / length) * half, ((to.x - from.x) / length) * half];
  return polygon([
    { x: from.x + dx, y: from.y + dy },
    { x: to.x + dx, y: to.y + dy },
    { x: to.x - dx, y: to.y - dy },
    { x: from.x - dx, y: from.y - dy },
  ]);
}

type At = (right: number, up: number) => Point;

function towerHalf(share: number): number {
  return lerp(HALF.foot, HALF.head, share);
}

function levelEnds(at: At, share: number): readonly [left: Point, right: Point] {
  return [at(-towerHalf(share), HEAD * share), at(towerHalf(share), HEAD * share)];
}

function strutAt(at: At, share: number): Point {
  return at(lerp(-HALF.head, -0.62, share), lerp(HEAD - 0.02, -0.03, share));
}

function innerStrutAt(at: At, share: number): Point {
  return at(lerp(-HALF.head, -0.44, share), (0.74 + 0.1 * share) * (1 - share));
}

function bracing(at: At): string {
  const crosses = pairs(LEVELS).flatMap(([low, high]) => {
    const [lowLeft, lowRight] = levelEnds(at, low);
    const [highLeft, highRight] = levelEnds(at, high);
    return [[lowLeft, highRight] as const, [lowRight, highLeft] as const, [highLeft, highRight] as const];
  });
  const struts = pairs(BRACES).flatMap(([high, low]) => {
    const from = strutAt(at, high);
    return [[from, innerStrutAt(at, high)] as const, [from, innerStrutAt(at, low)] as const];
  });
  const spokes = range(WHEEL_SPOKES).map((k) => {
    const angle = (Math.PI * (k + 0.3)) / WHEEL_SPOKES;
    const [cos, sin] = [WHEEL * Math.cos(angle), WHEEL * Math.sin(angle)];
    return [at(-cos, AXLE + sin), at(cos, AXLE - sin)] as const;
  });
  return segments([...crosses, ...struts, ...spokes]);
}

function legs(at: At, half: number): string {
  const [footLeft, footRight] = levelEnds(at, 0);
  const [headLeft, headRight] = levelEnds(at, 1);
  const [platformLeft, platformRight] = levelEnds(at, PLATFORM);
  return [
    beam(footLeft, headLeft, half),
    beam(footRight, headRight, half),
    beam(strutAt(at, 0), strutAt(at, 1), half * 1.15),
    beam(innerStrutAt(at, 0), at(-0.44, -0.03), half * 0.8),
    beam(at(-1.5 * HALF.head, HEAD), at(1.5 * HALF.head, HEAD), half * 0.9),
    beam(platformLeft, platformRight, half * 0.6),
  ].join("");
}

export function headframe(x: number, foot: number, height: number, colours: Palette, opacity = 1): readonly PathMark[] {
  const at: At = (right, up) => ({ x: x + right * height, y: foot - up * height });
  const { left, right, eaves, ridge, boards } = HOUSE;
  const axle = at(0, AXLE);
  const radius = WHEEL * height;
  const walls = [at(left, SUNK), at(left, eaves), at((left + right) / 2, ridge), at(right, eaves), at(right, SUNK)];
  const chimney = beam(at(CHIMNEY.x, SUNK), at(CHIMNEY.x, CHIMNEY.top), CHIMNEY.half * height);
  const { ink, background } = colours;
  const fine = Math.max(0.7, height * 0.0065);
  const engraved = { layer: "back", stroke: ink, strokeWidth: fine } as const;
  return [
    pathMark({
      ...engraved,
      key: "headframe:house",
      opacity: opacity * 0.9,
      fill: mixRgb(background, ink, 0.22),
      d: polygon(walls) + chimney,
    }),
    pathMark({
      ...engraved,
      key: "headframe:boards",
      opacity: opacity * 0.5,
      d: segments(
        range(boards).map((k) => {
          const board = lerp(left, right, (k + 1) / (boards + 1));
          return [at(board, SUNK), at(board, eaves - 0.02)] as const;
        }),
      ),
    }),
    pathMark({
      ...engraved,
      key: "headframe:rope",
      opacity: opacity * 0.6,
      d: segments([
        [
          { x: axle.x + radius, y: axle.y },
          { x: axle.x + radius, y: foot },
        ],
        [{ x: axle.x - 0.6 * radius, y: axle.y - 0.8 * radius }, at(right - 0.05, eaves + 0.03)],
      ]),
    }),
    pathMark({
      ...engraved,
      key: "headframe:bracing",
      opacity: opacity * 0.75,
      strokeWidth: fine * 1.2,
      d: bracing(at),
    }),
    pathMark({
      key: "headframe:legs",
      layer: "back",
      opacity,
      fill: ink,
      strokeWidth: 0,
      d: legs(at, height * 0.013 + 0.35) + ringPath(axle, radius, radius * 0.8) + circlePath(axle, radius * 0.2),
    }),
  ];
}

export function shaftHalf(height: number): number {
  return Math.max(2.6, height * 0.042);
}

export function cageHeight(height: number): number {
  return shaftHalf(height) * 2.4;
}

/** Draws the shaft from y = `from` to `to` under a headframe of `height` px; `sunk` 0–1 is the lift cage's depth. */
export function mineShaft(
  x: number,
  from: number,
  to: number,
  height: number,
  sunk: number,
  colours: Palette,
  opacity = 1,
): readonly PathMark[] {
  const [half, cage] = [shaftHalf(height), cageHeight(height)];
  const top = { x, y: from };
  const roof = { x, y: lerp(from, to - cage, sunk) };
  return [
    pathMark({
      key: "headframe:shaft",
      layer: "back",
      opacity: opacity * 0.9,
      fill: mixRgb(colours.background, [0, 0, 0], 0.5),
      stroke: mixRgb(colours.background, colours.ink, 0.45),
      strokeWidth: 0.9,
      d: polygon([
        { x: x - half, y: from },
        { x: x - half, y: to },
        { x: x + half, y: to },
        { x: x + half, y: from },
      ]),
    }),
    pathMark({
      key: "headframe:rope:down",
      layer: "back",
      opacity: opacity * 0.7,
      stroke: colours.ink,
      strokeWidth: 0.7,
      d: polyline([top, roof]),
    }),
    pathMark({
      key: "headframe:cage",
      layer: "back",
      opacity,
      fill: colours.ember,
      strokeWidth: 0,
      d: beam(roof, { x, y: roof.y + cage }, half - 0.8),
    }),
  ];
}
