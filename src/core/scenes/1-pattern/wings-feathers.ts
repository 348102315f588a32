import type { Point } from "../../model/picture.ts";
import { GROUP_SIZE } from "../../picture/grains.ts";

/** A feather in units of the wing's span; x grows outwards from the shoulder, y downwards. */
export interface Feather {
  readonly root: Point;
  readonly tip: Point;
}

export interface WingSpot extends Point {
  readonly weight: number;
}

/** Extent of a wing from its shoulder, in units of its span. */
export const WING_EXTENT = { out: 0.98, up: 0.8, down: 0.3 } as const;

const QUILL_COUNT = 13;
const COVERT_COUNT = 10;

/**
 * Returns a point of the wing's arm, from the shoulder over the wrist to the hand; `t` is 0–1. A cubic Bézier curve.
 */
function arm(t: number): Point {
  const u = 1 - t;
  const bezier = (a: number, b: number, c: number, d: number): number =>
    u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  return { x: bezier(0.03, 0.08, 0.27, 0.56), y: bezier(0.04, -0.38, -0.52, -0.47) };
}

function feathers(n: number, short: number, long: number, from: number): readonly Feather[] {
  return Array.from({ length: n }, (_, k) => {
    const share = k / (n - 1);
    const root = arm(from + (1 - from) * share);
    const angle = 1.5 - 2.12 * share ** 1.25;
    const length = short + (long - short) * Math.sin((Math.PI / 2) * share) ** 0.8;
    return { root, tip: { x: root.x + length * Math.cos(angle), y: root.y + length * Math.sin(angle) } };
  });
}

export const QUILLS = feathers(QUILL_COUNT, 0.24, 0.5, 0.03);
export const COVERTS = feathers(COVERT_COUNT, 0.1, 0.19, 0.1);

const along = ({ root, tip }: Feather, k: number): Point => ({
  x: root.x + (tip.x - root.x) * k,
  y: root.y + (tip.y - root.y) * k,
});

/**
 * The 80 places of a wing: four to a quill, one to a covert, the rest on the arm. Their order, from the tip over the
 * arm and back along the quills, is that of a wheel's rim, so that the rim opens into the wing.
 */
const SPOTS: readonly WingSpot[] = (() => {
  const quills = QUILLS.flatMap((feather) =>
    [0.5, 0.66, 0.81, 0.95].map((k, row) => ({ ...along(feather, k), weight: 0.98 - 0.13 * row })),
  );
  const coverts = COVERTS.map((feather) => ({ ...along(feather, 0.8), weight: 0.82 }));
  const rest = GROUP_SIZE - quills.length - coverts.length;
  const bone = Array.from({ length: rest }, (_, k) => ({ ...arm((k + 0.4) / rest), weight: 1.15 - (0.35 * k) / rest }));
  const middle = { x: 0.42, y: -0.26 };
  const turn = ({ x, y }: Point): number => (Math.atan2(middle.y - y, x - middle.x) + 2 * Math.PI) % (2 * Math.PI);
  return [...quills, ...coverts, ...bone].sort((a, b) => turn(a) - turn(b));
})();

/** Maps a point of the unit wing to the stage. `side` −1 is the left wing, 1 the right; `span` is in px. */
export function toStage({ x, y }: Point, shoulder: Point, span: number, side: -1 | 1): Point {
  return { x: shoulder.x + side * span * x, y: shoulder.y + span * y };
}

export function wingLayout(shoulder: Point, span: number, side: -1 | 1): readonly WingSpot[] {
  return SPOTS.map((spot) => ({ ...toStage(spot, shoulder, span, side), weight: spot.weight }));
}
