import { GROUP_SIZE } from "../picture/grains.ts";
import type { Place } from "./strip.ts";

/** Feathers of one wing and what it measures: root on the arm, tip, both in units of the span; x grows outwards from the shoulder, y downwards. */
export interface Feather {
  readonly root: Place;
  readonly tip: Place;
}

const QUILLS = 12;

/** The arm: out of the shoulder, up to the wrist, on to the hand; `t` 0–1. A cubic Bézier. */
function arm(t: number): Place {
  const u = 1 - t;
  const bezier = (a: number, b: number, c: number, d: number): number =>
    u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  return { x: bezier(0.04, 0.06, 0.22, 0.5), y: bezier(0.06, -0.38, -0.56, -0.5) };
}

/** Quills from the body to the wing's tip: the inner ones hang, the outer ones reach. */
export const FEATHERS: readonly Feather[] = Array.from({ length: QUILLS }, (_, k) => {
  const share = k / (QUILLS - 1);
  const root = arm(0.05 + 0.95 * share);
  const angle = 1.48 - 2.02 * share ** 1.1;
  const length = 0.28 + 0.2 * Math.sin(Math.PI * (0.1 + 0.66 * share));
  return { root, tip: { x: root.x + length * Math.cos(angle), y: root.y + length * Math.sin(angle) } };
});

const along = ({ root, tip }: Feather, k: number): Place => ({
  x: root.x + (tip.x - root.x) * k,
  y: root.y + (tip.y - root.y) * k,
});

/** Five grains to a quill and twenty on the arm: eighty, around the wing from its tip over the arm and back along the quills: the order in which a wheel's rim opens into it. */
const SPOTS: readonly Place[] = (() => {
  const quills = FEATHERS.flatMap((feather) => [0.2, 0.4, 0.6, 0.8, 1].map((k) => along(feather, 0.1 + 0.84 * k)));
  const bone = Array.from({ length: GROUP_SIZE - quills.length }, (_, k) =>
    arm((k + 0.3) / (GROUP_SIZE - quills.length)),
  );
  const middle = { x: 0.42, y: -0.26 };
  const turn = ({ x, y }: Place): number => (Math.atan2(middle.y - y, x - middle.x) + 2 * Math.PI) % (2 * Math.PI);
  return [...quills, ...bone].sort((a, b) => turn(a) - turn(b));
})();

/** A spot of the unit wing on the stage: `side` −1 opens it to the left, 1 to the right; `span` px from shoulder to the outermost tip; `lift` −1…1 beats it. */
export function onWing({ x, y }: Place, shoulder: Place, span: number, side: -1 | 1, lift = 0): Place {
  const angle = -lift * 0.5 * x;
  return {
    x: shoulder.x + side * span * (x * Math.cos(angle) - y * Math.sin(angle) * 0.2),
    y: shoulder.y + span * (y + x * Math.sin(angle)),
  };
}

/** Eighty places on one wing. */
export function wing(shoulder: Place, span: number, side: -1 | 1, lift = 0): readonly Place[] {
  return SPOTS.map((spot) => onWing(spot, shoulder, span, side, lift));
}
