import { range } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep } from "../../lib/math.ts";
import type { Palette, PathMark, Point } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { pathData, traceLines } from "../../picture/path.ts";
import { GROUP_SIZE } from "../groups.ts";
import type { WheelGroup } from "../props/wheel-pair.ts";

/** A feather in units of the wing's span; x grows outwards from the shoulder, y downwards. */
export interface Feather {
  readonly root: Point;
  readonly tip: Point;
}

/** A grain's place; `weight` is its radius in radii of the wing's largest grain. */
interface WingSpot extends Point {
  readonly weight: number;
}

export const WING_EXTENT = { out: 0.98, up: 0.8, down: 0.3 } as const;

const QUILL_GRAINS = [0.5, 0.66, 0.81, 0.95];
const COVERT_GRAIN = 0.8;

/** Returns a point of the wing's arm, a cubic Bézier curve from the shoulder to the hand; `t` is 0–1. */
function arm(t: number): Point {
  const u = 1 - t;
  const bezier = (a: number, b: number, c: number, d: number): number =>
    u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  return { x: bezier(0.03, 0.08, 0.27, 0.56), y: bezier(0.04, -0.38, -0.52, -0.47) };
}

/** Fans out `n` feathers along the arm from its share `from` on; they grow from `short` to `long` towards the hand. */
function fanOut(n: number, short: number, long: number, from: number): readonly Feather[] {
  return range(n).map((k) => {
    const share = k / (n - 1);
    const root = arm(lerp(from, 1, share));
    const angle = 1.5 - 2.12 * share ** 1.25;
    const length = lerp(short, long, Math.sin((Math.PI / 2) * share) ** 0.8);
    return { root, tip: { x: root.x + length * Math.cos(angle), y: root.y + length * Math.sin(angle) } };
  });
}

export const QUILLS = fanOut(13, 0.24, 0.5, 0.03);
export const COVERTS = fanOut(10, 0.1, 0.19, 0.1);

function pointAlong({ root, tip }: Feather, share: number): Point {
  return { x: lerp(root.x, tip.x, share), y: lerp(root.y, tip.y, share) };
}

/**
 * The 80 places of a wing: four to a quill, one to a covert, the rest on the arm. They are sorted by angle, from the
 * tip over the arm and back along the quills, because a wheel's rim, listed by angle too, opens into the wing.
 */
const SPOTS: readonly WingSpot[] = (() => {
  const quills = QUILLS.flatMap((feather) =>
    QUILL_GRAINS.map((share, row) => ({ ...pointAlong(feather, share), weight: 0.98 - 0.13 * row })),
  );
  const coverts = COVERTS.map((feather) => ({ ...pointAlong(feather, COVERT_GRAIN), weight: 0.82 }));
  const rest = GROUP_SIZE - quills.length - coverts.length;
  const bone = range(rest).map((k) => ({ ...arm((k + 0.4) / rest), weight: 1.15 - (0.35 * k) / rest }));
  const middle = { x: 0.42, y: -0.26 };
  const turn = ({ x, y }: Point): number => (Math.atan2(middle.y - y, x - middle.x) + 2 * Math.PI) % (2 * Math.PI);
  return [...quills, ...coverts, ...bone].sort((a, b) => turn(a) - turn(b));
})();

export function toStage({ x, y }: Point, shoulder: Point, span: number, side: -1 | 1): Point {
  return { x: shoulder.x + side * span * x, y: shoulder.y + span * y };
}

export function wingLayout(shoulder: Point, span: number, side: -1 | 1): readonly WingSpot[] {
  return SPOTS.map((spot) => ({ ...toStage(spot, shoulder, span, side), weight: spot.weight }));
}

const BARBS = { count: 9, from: 0.36, pitch: 0.07 } as const;

/** A map from a point of a feather, along and aside in lengths of the feather, to the stage. */
type OnFeather = (feather: Feather, along: number, aside: number) => Point;

function bladesPath(feathers: readonly Feather[], broad: number, at: OnFeather): string {
  return pathData((path) => {
    for (const feather of feathers) {
      const point = (along: number, aside: number): Point => at(feather, along, aside * broad);
      const curveTo = (one: Point, two: Point, to: Point): void =>
        path.bezierCurveTo(one.x, one.y, two.x, two.y, to.x, to.y);
      const root = point(0, 0);
      path.moveTo(root.x, root.y);
      curveTo(point(0.3, -0.09), point(0.85, -0.11), point(1.06, 0.01));
      curveTo(point(1.04, 0.12), point(0.5, 0.17), root);
      path.closePath();
    }
  });
}

function barbsPath(at: OnFeather): string {
  return pathData((path) => {
    for (const quill of QUILLS) {
      traceLines(path, [at(quill, 0, 0), at(quill, 1.04, 0.01)]);
      for (const k of range(BARBS.count)) {
        const from = BARBS.from + BARBS.pitch * k;
        const root = at(quill, from, 0);
        traceLines(path, [root, at(quill, from + BARBS.pitch, 0.075)]);
        traceLines(path, [root, at(quill, from + BARBS.pitch, -0.05)]);
      }
    }
  });
}

/** Draws a wing about its shoulder, `open` 0–1. */
export function drawFeathers(
  { group, side }: { readonly group: WheelGroup; readonly side: -1 | 1 },
  shoulder: Point,
  span: number,
  open: number,
  palette: Palette,
): readonly PathMark[] {
  if (open === 0) return [];
  const at: OnFeather = ({ root, tip }, along, aside) => {
    const [dx, dy] = [tip.x - root.x, tip.y - root.y];
    const point = { x: root.x + dx * along - dy * aside, y: root.y + dy * along + dx * aside };
    return toStage(point, shoulder, span * open, side);
  };
  const stroke = palette[group];
  const opacity = linearStep(open, 0.1, 0.6);
  const outlined = { layer: "back", opacity, stroke, strokeWidth: Math.max(0.9, span * 0.005) } as const;
  return [
    pathMark({
      ...outlined,
      key: `wings:${group}:blades`,
      fill: mixRgb(palette.background, stroke, 0.2),
      d: bladesPath(QUILLS, 1, at),
    }),
    pathMark({
      key: `wings:${group}:barbs`,
      layer: "back",
      opacity,
      stroke: mixRgb(palette.background, stroke, 0.6),
      strokeWidth: 0.7,
      d: barbsPath(at),
    }),
    pathMark({
      ...outlined,
      key: `wings:${group}:coverts`,
      fill: mixRgb(palette.background, stroke, 0.42),
      d: bladesPath(COVERTS, 2.1, at),
    }),
  ];
}
