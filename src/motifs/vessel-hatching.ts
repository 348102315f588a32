import { AT, EAR, halfWidth, LEG, legHalfWidth, ROWS } from "../formations/ding.ts";
import { stream } from "../picture/random.ts";
import { BELLY, ear, KNEE, type Point, sampled } from "./vessel-outline.ts";

/** Heights of a leg's collars: between its rows of grains, two under the knee and two over the hoof. */
const COLLARS: readonly number[] = [0, 5].flatMap((row) => {
  const y = ROWS.foot + ROWS.pitch * (row + 0.5);
  return [y - 0.006, y + 0.006];
});

/** A ring round a leg about the axis `x` at height `y`, sagging a little as it comes to the front. */
function collar(x: number, y: number): readonly Point[] {
  const half = legHalfWidth(y);
  return Array.from({ length: 9 }, (_, k): Point => [x + half * (k / 4 - 1), y - 0.012 * Math.sin((Math.PI * k) / 8)]);
}

/** A fine line within the contour of a cast part, as the rim of a casting. */
export function inner(part: number): readonly (readonly Point[])[] {
  const inset = 0.02;
  const side = [...sampled(AT.band - 0.012, AT.widest, halfWidth), ...BELLY.slice(1, -3)];
  return [
    side.map(([x, y]): Point => [part * (x - inset), y + inset * Math.max(0, (AT.widest - y) * 2)]),
    ear(part, EAR.thick - 0.015),
    ear(part, 0.015 - EAR.thick),
    ...COLLARS.map((y) => collar(part * LEG, y)),
  ];
}

/** Strokes of the graver across a form between two x at each height: from its dark edge inwards, uneven in length. */
function graved(
  from: number,
  to: number,
  pitch: number,
  dark: (y: number) => number,
  reach: (y: number, k: number) => number,
): readonly (readonly Point[])[] {
  const count = Math.floor((to - from) / pitch);
  return Array.from({ length: count }, (_, k) => {
    const y = from + (k + 0.5) * pitch;
    const edge = dark(y);
    return [
      [edge, y],
      [edge - reach(y, k), y],
    ];
  });
}

/** Unevenness of the graver's strokes. */
const HAND: readonly number[] = (() => {
  const random = stream("graver");
  return Array.from({ length: 64 }, () => random());
})();
const hand = (k: number): number => HAND[k % HAND.length] ?? 0.5;
const PITCH = 0.024;

/** The shaded side of a cast part, light falling from the upper left: the vessel's right flank, a narrow edge on its left. */
export function shade(part: number): readonly (readonly Point[])[] {
  const flank = part > 0 ? 0.3 : -0.1;
  const body = graved(
    AT.bottom + 0.05,
    AT.band,
    PITCH,
    (y) => part * (halfWidth(y) - 0.004),
    (y, k) => flank * (0.55 + 0.45 * hand(k)) * (0.55 + 0.45 * halfWidth(y)),
  );
  const neck = graved(
    AT.neck,
    AT.rim,
    PITCH * 0.8,
    (y) => part * halfWidth(y),
    (_, k) => flank * (0.5 + 0.5 * hand(k + 9)),
  );
  return [...body, ...neck];
}

/** The shaded side of a cast leg. */
export function shinShade(part: number): readonly (readonly Point[])[] {
  return graved(
    0,
    KNEE,
    PITCH,
    (y) => part * LEG + legHalfWidth(y),
    (y, k) => legHalfWidth(y) * (0.4 + 0.5 * hand(k + 20)),
  );
}
