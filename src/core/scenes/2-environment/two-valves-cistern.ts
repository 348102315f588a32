import type { Box, Palette, PathMark, Point, Shape } from "../../model/picture.ts";
import { pathMark, rectMark, ruleMark } from "../../picture/marks.ts";
import { ellipsePath, hatchPath, pathData, polygon, polyline, segments } from "../../picture/path.ts";

/** An outlet lets out at its foot; a return pipe leads back up into its cistern. */
export type PipeKind = "outlet" | "return";

/** A cistern with a pipe below it, in section, and a plug on a spindle that shuts the pipe. */
export interface Cistern {
  readonly kind: PipeKind;
  /** Half the bore of the pipe, the unit of the drawing. */
  readonly half: number;
  readonly wall: number;
  /** The inside. */
  readonly tank: Box;
  /** Carries the words about the money. */
  readonly lintel: Box;
  /** Carries the words about its way; on an outlet it points down, on a return pipe up. */
  readonly plate: Box;
  /** x of the pipe that comes down and of the one that leads back; equal for an outlet. */
  readonly down: number;
  readonly up: number;
  /** y at which the straight part of the pipe ends. */
  readonly foot: number;
}

/** Lengths in half bores: between the pipe's middle and that of the bend, and the room for the wheel and its way. */
const BEND = 1.45;
const WHEEL_ROOM = 1.5;

/** Half the width and half the height of the hand wheel, in half bores. */
const WHEEL = { x: 1.3, y: 0.32 };

/** Lift of the plug, in half bores, when a pipe is open, shut, and turned down. */
const LIFT = { open: 0.85, shut: 0, low: 0.18 };

/** Height of a plate's point, as a share of its height. */
export const POINT = 0.34;

export function layoutCistern(
  kind: PipeKind,
  { x, y, width, height }: Box,
  lintelHeight: number,
  plateSize: Pick<Box, "width" | "height">,
): Cistern {
  const half = Math.max(4, Math.min(width / 5.8, (height - lintelHeight - plateSize.height) * 0.145));
  const wall = half * 0.24;
  const top = y + half * WHEEL_ROOM;
  const lintel = { x, y: top, width, height: lintelHeight };
  const below = y + height - top - lintelHeight;
  const pipe = (BEND + 1.4) * half + plateSize.height;
  const tank = {
    x: x + wall,
    y: top + lintelHeight,
    width: width - 2 * wall,
    height: Math.max(below * 0.27, Math.min(below * 0.42, below - pipe)),
  };
  const floor = tank.y + tank.height;
  const middle = x + width / 2;
  const aside = kind === "outlet" ? 0 : BEND * half;
  const foot = y + height - (kind === "outlet" ? wall : aside + half + wall);
  const onPipe = { width: Math.max(plateSize.width, half * 2.6), height: plateSize.height };
  const between =
    kind === "outlet"
      ? (floor + wall + foot) / 2
      : Math.max((floor + 2 * wall + foot) / 2, floor + 2.6 * wall + onPipe.height / 2);
  return {
    kind,
    half,
    wall,
    tank,
    lintel,
    plate: { ...onPipe, x: middle + aside - onPipe.width / 2, y: between - onPipe.height / 2 },
    down: middle - aside,
    up: middle + aside,
    foot,
  };
}

export function floorOf({ tank }: Cistern): number {
  return tank.y + tank.height;
}

export function bendRadius({ down, up }: Cistern): number {
  return (up - down) / 2;
}

/** Returns a line along the pipe from `top`, `aside` px from its middle towards the inside of the bend. */
function pipePath({ down, up, foot }: Cistern, top: number, aside = 0): string {
  const start = { x: down + aside, y: top };
  if (up === down) return polyline([start, { x: start.x, y: foot }]);
  const r = (up - down) / 2 - aside;
  return pathData((path) => {
    path.moveTo(start.x, top);
    path.arcTo(start.x, foot + r, (down + up) / 2, foot + r, r);
    path.arcTo(up - aside, foot + r, up - aside, foot, r);
    path.lineTo(up - aside, top);
  });
}

/** Returns two halves of a flange in section, on either side of the bore. */
function flange({ half, wall }: Cistern, x: number, y: number): string {
  return [-1, 1]
    .map((side) => {
      const [inner, outer] = [x + side * half, x + side * (half + 2.3 * wall)];
      return polygon([
        { x: inner, y },
        { x: outer, y },
        { x: outer, y: y + wall },
        { x: inner, y: y + wall },
      ]);
    })
    .join("");
}

function wallsPath({ tank: { x, y, width, height }, wall }: Cistern): string {
  const [right, bottom] = [x + width, y + height];
  return polygon([
    { x: x - wall, y },
    { x, y },
    { x, y: bottom },
    { x: right, y: bottom },
    { x: right, y },
    { x: right + wall, y },
    { x: right + wall, y: bottom + wall },
    { x: x - wall, y: bottom + wall },
  ]);
}

function hatchedWalls({ tank: { x, y, width, height }, wall }: Cistern): string {
  const pitch = Math.max(3.2, wall * 0.55);
  return [
    { x: x - wall, y, width: wall, height },
    { x: x + width, y, width: wall, height },
    { x: x - wall, y: y + height, width: width + 2 * wall, height: wall },
  ]
    .map((box) => hatchPath(box, pitch))
    .join("");
}

function platePath({ kind, plate: { x, y, width, height } }: Cistern): string {
  const tip = height * POINT;
  const [top, bottom, pointed] = kind === "outlet" ? [y, y + height - tip, y + height] : [y + height, y + tip, y];
  return polygon([
    { x, y: top },
    { x: x + width, y: top },
    { x: x + width, y: bottom },
    { x: x + width / 2, y: pointed },
    { x, y: bottom },
  ]);
}

/** Returns how far the plug is lifted, in half bores: an outlet is turned down, a return pipe is opened. */
function liftOf(kind: PipeKind, turned: number): number {
  const [from, to] = kind === "outlet" ? [LIFT.open, LIFT.low] : [LIFT.shut, LIFT.open];
  return from + (to - from) * turned;
}

/** Returns the part of the tank that the plug takes up. */
export function plugBox({ kind, half, down, tank }: Cistern, turned: number): Box {
  const seat = tank.y + tank.height - liftOf(kind, turned) * half;
  return { x: down - half, y: seat - half * 0.62, width: 2 * half, height: half * 1.14 };
}

function plugPath({ half, down }: Cistern, seat: number): string {
  const at = (u: number, v: number): Point => ({ x: down + u * half, y: seat + v * half });
  return polygon([
    at(-1.04, -0.34),
    at(-0.2, -0.62),
    at(0.2, -0.62),
    at(1.04, -0.34),
    at(0.94, -0.04),
    at(0.42, 0.52),
    at(-0.42, 0.52),
    at(-0.94, -0.04),
  ]);
}

function drawWheel(
  { half, down }: Cistern,
  key: string,
  hub: number,
  line: number,
  palette: Palette,
): readonly PathMark[] {
  const [rx, ry] = [WHEEL.x * half, WHEEL.y * half];
  const rim = (angle: number): Point => ({ x: down + rx * Math.cos(angle), y: hub + ry * Math.sin(angle) });
  const across = [0.35, 0.35 + Math.PI / 3, 0.35 + (2 * Math.PI) / 3];
  return [
    pathMark({
      key: `${key}:spokes`,
      d: segments(across.map((angle) => [rim(angle), rim(angle + Math.PI)])),
      stroke: palette.red,
      strokeWidth: line * 1.2,
    }),
    pathMark({
      key: `${key}:wheel`,
      d: ellipsePath({ x: down, y: hub }, rx, ry),
      stroke: palette.red,
      strokeWidth: line * 2.4,
    }),
  ];
}

function drawBehind(cistern: Cistern, key: string, line: number, palette: Palette): readonly Shape[] {
  const { half, wall, tank, down, up, foot, kind } = cistern;
  const { ink, layer: metal, background } = palette;
  const floor = floorOf(cistern);
  const walls = [half, half + wall].flatMap((aside) => [
    pipePath(cistern, floor + wall * 0.5, -aside),
    pipePath(cistern, floor + wall * 0.5, aside),
  ]);
  const middle = pipePath(cistern, floor - line);
  const flanges =
    flange(cistern, down, floor + wall) +
    (kind === "outlet" ? flange(cistern, down, foot) : flange(cistern, up, floor + wall));
  const back = (part: string, fields: Omit<Parameters<typeof pathMark>[0], "key" | "layer">): PathMark =>
    pathMark({ ...fields, key: `${key}:${part}`, layer: "back" });
  return [
    back("metal", { d: middle, stroke: metal, strokeWidth: 2 * (half + wall) }),
    rectMark({ key: `${key}:inside`, layer: "back", ...tank, fill: background, strokeWidth: 0 }),
    back("walls", { d: wallsPath(cistern), fill: metal, stroke: ink, strokeWidth: line }),
    back("hatch", { d: hatchedWalls(cistern), stroke: ink, strokeWidth: line * 0.5, texture: true, opacity: 0.6 }),
    back("bore", { d: middle, stroke: background, strokeWidth: 2 * half }),
    back("lining", { d: walls.join(""), stroke: ink, strokeWidth: line }),
    back("flanges", { d: flanges, fill: metal, stroke: ink, strokeWidth: line }),
  ];
}

function rivets({ lintel: { x, y, width, height } }: Cistern, r: number): string {
  return [0.25, 0.75]
    .flatMap((down) => [0.5, -0.5].map((from) => ({ x: x + width / 2 + from * (width - height * 0.36), down })))
    .map((at) => ellipsePath({ x: at.x, y: y + at.down * height }, r, r))
    .join("");
}

/** Draws a cistern, `turned` 0–1: at 0 an outlet is open and a return pipe is shut. */
export function drawCistern(cistern: Cistern, key: string, turned: number, palette: Palette): readonly Shape[] {
  const { kind, half, down, lintel } = cistern;
  const { ink, layer: metal } = palette;
  const line = Math.max(1.3, half * 0.055);
  const seat = floorOf(cistern) - liftOf(kind, turned) * half;
  const hub = lintel.y - (0.42 + liftOf(kind, turned)) * half;
  return [
    ...drawBehind(cistern, key, line, palette),
    ruleMark({
      key: `${key}:spindle`,
      x1: down,
      x2: down,
      y1: hub,
      y2: seat - half * 0.4,
      stroke: ink,
      strokeWidth: Math.max(2.4, half * 0.16),
    }),
    pathMark({ key: `${key}:plug`, d: plugPath(cistern, seat), fill: ink }),
    rectMark({ key: `${key}:lintel`, ...lintel, fill: metal, stroke: ink, strokeWidth: line }),
    pathMark({ key: `${key}:rivets`, d: rivets(cistern, Math.max(1, lintel.height * 0.05)), fill: ink }),
    pathMark({ key: `${key}:plate`, d: platePath(cistern), fill: metal, stroke: ink, strokeWidth: line }),
    ...drawWheel(cistern, key, hub, line, palette),
  ];
}
