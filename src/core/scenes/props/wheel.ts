import { range } from "d3-array";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { lerp } from "../../lib/math.ts";
import type { PathMark, Point } from "../../model/picture.ts";
import { GROUP_SIZE } from "../groups.ts";
import { ringLayout } from "../../picture/layouts/ring.ts";
import { pathMark } from "../../picture/marks.ts";
import { circlePath, pathData, ringPath, segments, traceLines } from "../../picture/path.ts";

/**
 * Radii of a wheel's parts, in radii of the wheel. The rim between TYRE and RIM carries the grains; spokes run from
 * NAVE to RIM.
 */
const TYRE = 0.945;
const RIM = 0.74;
const NAVE = 0.19;
const AXLE = 0.1;
const PIN = 0.055;

const RIVET = { r: 0.017, out: 0.146 } as const;

const SPOKES = 8;
const SPOKE_ANGLES: readonly number[] = range(SPOKES).map((k) => (2 * Math.PI * k) / SPOKES);

const SHADE = { from: -0.4, to: 2.1, strokes: 34, depth: -0.045 } as const;

/** Radius of a grain, in radii of the wheel, at which two rows of forty fill the rim. */
export const RIM_GRAIN = 0.048;

const RIM_AIR = 0.012;

interface WheelLook {
  /** Prefix of the marks' keys; every scene uses `wheel:industry` and `wheel:services`. */
  readonly key: string;
  readonly centre: Point;
  readonly radius: number;
  /** Radians clockwise; equal at both ends of a transition, or the wheel jumps. */
  readonly turn: number;
  readonly colour: Rgb;
  readonly ground: Rgb;
  readonly opacity?: number;
  readonly grown?: number;
}

function alongSpoke({ x, y }: Point, radius: number, angle: number): (along: number, aside: number) => Point {
  const [cos, sin] = [radius * Math.cos(angle), radius * Math.sin(angle)];
  return (along, aside) => ({ x: x + along * cos - aside * sin, y: y + along * sin + aside * cos });
}

function spoke(centre: Point, radius: number, angle: number, grown: number): string {
  const at = alongSpoke(centre, radius, angle);
  const end = lerp(NAVE, RIM, grown);
  return pathData((path) => {
    traceLines(path, [at(NAVE - 0.03, 0.055), at(end, 0.034), at(end, -0.034), at(NAVE - 0.03, -0.055)]);
    path.closePath();
    traceLines(path, [at(NAVE, 0.012), at(end, 0.008)]);
  });
}

function shadePath(centre: Point, radius: number): string {
  const { from, to, strokes, depth } = SHADE;
  return segments(
    range(strokes).map((k) => {
      const share = (k + 0.5) / strokes;
      const at = alongSpoke(centre, radius, lerp(from, to, share));
      return [at(RIM, 0), at(RIM + depth * Math.sin(Math.PI * share), 0)] as const;
    }),
  );
}

function rivetsPath(centre: Point, radius: number, turn: number): string {
  const between = Math.PI / SPOKES;
  return SPOKE_ANGLES.map((angle) =>
    circlePath(alongSpoke(centre, radius, turn + angle + between)(RIVET.out, 0), radius * RIVET.r),
  ).join("");
}

export function rimPlaces(centre: Point, radius: number, turn: number, count = GROUP_SIZE): readonly Point[] {
  const outer = TYRE - RIM_AIR;
  return ringLayout(count, 2, (RIM + RIM_AIR) / outer, centre, radius * outer, turn);
}

/** Draws a heavy wagon wheel behind its grains. Its hatching does not turn with it, since it marks the shaded side. */
export function wheel({
  key,
  centre,
  radius,
  turn,
  colour,
  ground,
  opacity = 1,
  grown = 1,
}: WheelLook): readonly PathMark[] {
  const strokeWidth = Math.max(0.9, radius * 0.014);
  const bed = mixRgb(ground, colour, 0.14);
  const body = mixRgb(ground, colour, 0.34);
  const iron = mixRgb(ground, colour, 0.72);
  const shade = mixRgb(ground, colour, 0.8);
  const outlined = { layer: "back", opacity, stroke: colour, strokeWidth } as const;
  return [
    pathMark({
      key: `${key}:hatch`,
      layer: "back",
      opacity,
      stroke: shade,
      strokeWidth: strokeWidth * 0.9,
      d: shadePath(centre, radius),
    }),
    pathMark({
      ...outlined,
      key: `${key}:spokes`,
      opacity: opacity * Math.min(1, grown * 4),
      fill: body,
      d: SPOKE_ANGLES.map((angle) => spoke(centre, radius, turn + angle, grown)).join(""),
    }),
    pathMark({ ...outlined, key: `${key}:rim`, fill: bed, d: ringPath(centre, radius * TYRE, radius * RIM) }),
    pathMark({ ...outlined, key: `${key}:tyre`, fill: iron, d: ringPath(centre, radius, radius * TYRE) }),
    pathMark({
      ...outlined,
      key: `${key}:nave`,
      fill: body,
      strokeWidth: strokeWidth * 1.5,
      d: ringPath(centre, radius * NAVE, radius * AXLE),
    }),
    pathMark({
      key: `${key}:pin`,
      layer: "back",
      opacity,
      fill: colour,
      strokeWidth: 0,
      d: circlePath(centre, radius * PIN) + rivetsPath(centre, radius, turn),
    }),
  ];
}
