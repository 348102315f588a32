import { mixRgb, type Rgb } from "../../lib/color.ts";
import type { PathMark, Point } from "../../model/picture.ts";
import { GROUP_SIZE } from "../../picture/grains.ts";
import { ringLayout } from "../../picture/layouts/ring.ts";
import { circlePath } from "../../picture/old-marks.ts";

/**
 * Radii of a wheel's parts, in radii of the wheel. The rim between TYRE and RIM carries the grains; spokes run from
 * NAVE to RIM.
 */
const TYRE = 0.945;
export const RIM = 0.74;
const NAVE = 0.19;

/** Radius of a grain, in radii of the wheel, at which two rows of forty fill the rim. */
export const RIM_GRAIN = 0.048;

export interface WheelLook {
  /** Prefix of the marks' keys; every scene uses `wheel:industry` and `wheel:services`. */
  readonly key: string;
  readonly centre: Point;
  /** Outer edge of the tyre, px. */
  readonly radius: number;
  /** Radians clockwise; equal at both ends of a transition, or the wheel jumps. */
  readonly turn: number;
  readonly colour: Rgb;
  readonly ground: Rgb;
  readonly opacity?: number;
  /** Growth of the eight plain spokes out of the nave, 0–1, default 1. */
  readonly grown?: number;
}

function annulus({ x, y }: Point, outer: number, inner: number): string {
  return circlePath(x, y, outer) + circlePath(x, y, inner, 0);
}

/**
 * Returns the path data of a tapered spoke from nave to rim. `angle` is in radians clockwise from the right, `grown`
 * 0–1.
 */
export function spoke({ x, y }: Point, radius: number, angle: number, grown = 1): string {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (r: number, half: number): string =>
    `${x + radius * (r * cos - half * sin)} ${y + radius * (r * sin + half * cos)}`;
  const end = NAVE + (RIM - NAVE) * grown;
  return `M${at(NAVE - 0.03, 0.055)}L${at(end, 0.034)}L${at(end, -0.034)}L${at(NAVE - 0.03, -0.055)}ZM${at(NAVE, 0.012)}L${at(end, 0.008)}`;
}

/**
 * Returns the path data of a spoke that carries a name and covers a plain one: broad at the nave and at the rim.
 * Arguments as for `spoke`.
 */
export function castSpoke({ x, y }: Point, radius: number, angle: number, grown = 1): string {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (r: number, half: number): string =>
    `${x + radius * (r * cos - half * sin)} ${y + radius * (r * sin + half * cos)}`;
  const end = NAVE + (RIM - NAVE) * grown;
  const waist = (NAVE + end) / 2;
  const foot = 0.07 + 0.06 * grown;
  return `M${at(NAVE - 0.03, 0.1)}Q${at(waist, 0.045)} ${at(end, foot)}L${at(end, -foot)}Q${at(waist, -0.045)} ${at(NAVE - 0.03, -0.1)}Z`;
}

function hatch(
  { x, y }: Point,
  radius: number,
  from: number,
  to: number,
  edge: number,
  depth: number,
  strokes: number,
): string {
  return Array.from({ length: strokes }, (_, k) => {
    const share = (k + 0.5) / strokes;
    const angle = from + (to - from) * share;
    const end = edge + depth * Math.sin(Math.PI * share);
    const [cos, sin] = [radius * Math.cos(angle), radius * Math.sin(angle)];
    return `M${x + edge * cos} ${y + edge * sin}L${x + end * cos} ${y + end * sin}`;
  }).join("");
}

/** Returns the places of `count` grains on the rim, clockwise from the left. */
export function rimPlaces(centre: Point, radius: number, turn: number, count = GROUP_SIZE): readonly Point[] {
  return ringLayout(count, 2, (RIM + 0.012) / (TYRE - 0.012), centre, radius * (TYRE - 0.012), turn);
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
  const line = Math.max(0.9, radius * 0.014);
  const bed = mixRgb(ground, colour, 0.14);
  const body = mixRgb(ground, colour, 0.34);
  const base = { kind: "path", layer: "back", opacity, stroke: null, strokeWidth: 0 } as const;
  const spokes = Array.from({ length: 8 }, (_, k) => spoke(centre, radius, turn + (k * Math.PI) / 4, grown)).join("");
  return [
    {
      ...base,
      key: `${key}:hatch`,
      fill: null,
      stroke: mixRgb(ground, colour, 0.8),
      strokeWidth: line * 0.9,
      d: hatch(centre, radius, -0.4, 2.1, RIM, -0.045, 34),
    },
    {
      ...base,
      key: `${key}:spokes`,
      opacity: opacity * Math.min(1, grown * 4),
      fill: body,
      stroke: colour,
      strokeWidth: line,
      d: spokes,
    },
    {
      ...base,
      key: `${key}:rim`,
      fill: bed,
      stroke: colour,
      strokeWidth: line,
      d: annulus(centre, radius * TYRE, radius * RIM),
    },
    {
      ...base,
      key: `${key}:tyre`,
      fill: mixRgb(ground, colour, 0.72),
      stroke: colour,
      strokeWidth: line,
      d: annulus(centre, radius, radius * TYRE),
    },
    {
      ...base,
      key: `${key}:nave`,
      fill: body,
      stroke: colour,
      strokeWidth: line * 1.5,
      d: annulus(centre, radius * NAVE, radius * 0.1),
    },
    {
      ...base,
      key: `${key}:pin`,
      fill: colour,
      d: [0, ...Array.from({ length: 8 }, (_, k) => turn + ((k + 0.5) * Math.PI) / 4)]
        .map((angle, k) => {
          const out = k === 0 ? 0 : radius * 0.146;
          const r = radius * (k === 0 ? 0.055 : 0.017);
          return circlePath(centre.x + out * Math.cos(angle), centre.y + out * Math.sin(angle), r);
        })
        .join(""),
    },
  ];
}
