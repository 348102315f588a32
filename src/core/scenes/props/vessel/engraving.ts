import { range } from "d3-array";
import { seededRandom } from "../../../lib/random.ts";
import type { Point } from "../../../model/picture.ts";
import { EAR, HEIGHTS, LEG_OFFSET, LEG_ROWS, legHalfWidth, vesselHalfWidth } from "./geometry.ts";
import { BELLY, earEdge, KNEE, sample } from "./outline.ts";

const COLLARS: readonly number[] = [0, 5].flatMap((row) => {
  const y = LEG_ROWS.foot + LEG_ROWS.pitch * (row + 0.5);
  return [y - 0.006, y + 0.006];
});

function collar(x: number, y: number): readonly Point[] {
  const half = legHalfWidth(y);
  return range(9).map((k) => ({ x: x + half * (k / 4 - 1), y: y - 0.012 * Math.sin((Math.PI * k) / 8) }));
}

const INSET = 0.02;

export function innerLines(part: -1 | 1): readonly (readonly Point[])[] {
  const side = [...sample(HEIGHTS.band - 0.012, HEIGHTS.widest, vesselHalfWidth), ...BELLY.slice(1, -3)];
  return [
    side.map(({ x, y }) => ({ x: part * (x - INSET), y: y + INSET * Math.max(0, (HEIGHTS.widest - y) * 2) })),
    earEdge(part, EAR.thick - 0.015),
    earEdge(part, 0.015 - EAR.thick),
    ...COLLARS.map((y) => collar(part * LEG_OFFSET, y)),
  ];
}

interface Engraving {
  readonly from: number;
  readonly to: number;
  readonly pitch: number;
  readonly edge: (y: number) => number;
  /** Positive to the left. */
  readonly reach: (y: number, k: number) => number;
}

function engrave({ from, to, pitch, edge, reach }: Engraving): readonly (readonly [Point, Point])[] {
  return range(Math.floor((to - from) / pitch)).map((k) => {
    const y = from + (k + 0.5) * pitch;
    return [
      { x: edge(y), y },
      { x: edge(y) - reach(y, k), y },
    ];
  });
}

const STROKES: readonly number[] = (() => {
  const random = seededRandom("graver");
  return range(64).map(() => random());
})();

function hand(k: number): number {
  return STROKES[k % STROKES.length] ?? 0.5;
}

const PITCH = 0.024;

/**
 * Returns the shading of a cast part under light from the upper left: broad on the vessel's right flank, narrow on its
 * left.
 */
export function bodyShade(part: -1 | 1): readonly (readonly [Point, Point])[] {
  const flank = part > 0 ? 0.3 : -0.1;
  const body = engrave({
    from: HEIGHTS.bottom + 0.05,
    to: HEIGHTS.band,
    pitch: PITCH,
    edge: (y) => part * (vesselHalfWidth(y) - 0.004),
    reach: (y, k) => flank * (0.55 + 0.45 * hand(k)) * (0.55 + 0.45 * vesselHalfWidth(y)),
  });
  const neck = engrave({
    from: HEIGHTS.neck,
    to: HEIGHTS.rim,
    pitch: PITCH * 0.8,
    edge: (y) => part * vesselHalfWidth(y),
    reach: (_, k) => flank * (0.5 + 0.5 * hand(k + 9)),
  });
  return [...body, ...neck];
}

export function legShade(part: -1 | 1): readonly (readonly [Point, Point])[] {
  return engrave({
    from: 0,
    to: KNEE,
    pitch: PITCH,
    edge: (y) => part * LEG_OFFSET + legHalfWidth(y),
    reach: (y, k) => legHalfWidth(y) * (0.4 + 0.5 * hand(k + 20)),
  });
}
