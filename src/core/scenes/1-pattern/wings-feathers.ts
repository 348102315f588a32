import { range } from "d3-array";
import { lerp } from "../../lib/math.ts";
import type { Point } from "../../model/picture.ts";
import { GROUP_SIZE } from "../groups.ts";

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
function feathers(n: number, short: number, long: number, from: number): readonly Feather[] {
  return range(n).map((k) => {
    const share = k / (n - 1);
    const root = arm(lerp(from, 1, share));
    const angle = 1.5 - 2.12 * share ** 1.25;
    const length = lerp(short, long, Math.sin((Math.PI / 2) * share) ** 0.8);
    return { root, tip: { x: root.x + length * Math.cos(angle), y: root.y + length * Math.sin(angle) } };
  });
}

export const QUILLS = feathers(13, 0.24, 0.5, 0.03);
export const COVERTS = feathers(10, 0.1, 0.19, 0.1);

function along({ root, tip }: Feather, share: number): Point {
  return { x: lerp(root.x, tip.x, share), y: lerp(root.y, tip.y, share) };
}

/**
 * The 80 places of a wing: four to a quill, one to a covert, the rest on the arm. They are sorted by angle, from the
 * tip over the arm and back along the quills, because a wheel's rim, listed by angle too, opens into the wing.
 */
const SPOTS: readonly WingSpot[] = (() => {
  const quills = QUILLS.flatMap((feather) =>
    QUILL_GRAINS.map((share, row) => ({ ...along(feather, share), weight: 0.98 - 0.13 * row })),
  );
  const coverts = COVERTS.map((feather) => ({ ...along(feather, COVERT_GRAIN), weight: 0.82 }));
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
