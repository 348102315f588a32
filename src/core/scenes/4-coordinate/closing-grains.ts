import { cumsum, pairs, range } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import { memoizeByObject, memoizeByObjects } from "../../lib/memoize.ts";
import type { Grain, Palette, Point } from "../../model/picture.ts";
import { jitteredRadius } from "../../picture/grains.ts";
import { pointBetween } from "../../picture/layouts/along-line.ts";
import { groupOf, GROUP_SIZE, rankInGroup } from "../groups.ts";
import { vesselGrains } from "../props/vessel/grains.ts";
import { CAST, type ClosingLayout, seamRoof } from "./closing-layout.ts";

/** Progress of the grains, 0–1. */
export interface Climb {
  /** From the seam to the wheels. */
  readonly lifted: number;
  /** From the wheels to the vessel. */
  readonly cast: number;
  /** From the seam to the vessel's third part. */
  readonly grown: number;
}

/** Share of a way for which the last grain of a group waits. */
const LAG = 0.38;

function ownTurn(run: number, rank: number): number {
  const start = (LAG * rank) / GROUP_SIZE;
  return smoothstep(linearStep(run, start, start + 1 - LAG));
}

/** Returns the point of a polyline at a share of its length. */
function pointAt(route: readonly Point[], share: number): Point {
  const lines = pairs(route, (a, b) => ({ a, b, length: Math.hypot(b.x - a.x, b.y - a.y) }));
  const ends = [...cumsum(lines, ({ length }) => length)];
  const way = share * (ends.at(-1) ?? 0);
  const k = Math.min(
    lines.length - 1,
    ends.findIndex((end) => end >= way),
  );
  const line = lines[Math.max(0, k)];
  if (line === undefined) return route[0] ?? { x: 0, y: 0 };
  const before = (ends[Math.max(0, k)] ?? 0) - line.length;
  return pointBetween(line.a, line.b, line.length === 0 ? 0 : (way - before) / line.length);
}

/** The grains before the climb, on the wheels, and in the vessel. */
const stations = memoizeByObjects((places: ClosingLayout, palette: Palette) => {
  const { wheels, vessel, beds } = places;
  const { ember, ink, background } = palette;
  const { height, width } = wheels.mine;
  const r = Math.min(height / 13, width / 95);
  const tones = range(5).map((k) => mixRgb(ember, mixRgb(ink, background, 0.5), k * 0.1));
  const seam = beds.map(({ x, y }, index): Grain => ({
    x,
    y,
    r: jitteredRadius(index, r),
    fill: tones[index % tones.length] ?? ember,
    opacity: 1,
    hollow: 0,
  }));
  const rest = beds.slice(CAST);
  return {
    seam,
    rims: vesselGrains(wheels, palette, { cast: 0, grown: 0, beds: rest }),
    cast: vesselGrains(vessel, palette, { cast: 1, grown: 1, beds: rest }),
  };
});

/** Ways of the grains: through the shaft to the wheels, up the stairs to the vessel, up the raise to its third part. */
const ways = memoizeByObject((places: ClosingLayout) => {
  const { wheels, vessel, stairs, unit } = places;
  const shaft = [
    { x: wheels.cx, y: seamRoof(places, wheels.cx) },
    { x: wheels.cx, y: wheels.ground - unit * 0.1 },
  ];
  const raise = [
    { x: vessel.cx, y: seamRoof(places, vessel.cx) },
    { x: vessel.cx, y: vessel.ground },
  ];
  const [foot, head] = [stairs[0], stairs.at(-1)];
  const walk = [foot, head].flatMap((point) => (point === undefined ? [] : [{ x: point.x, y: point.y - unit * 0.12 }]));
  return { shaft, raise, walk };
});

function travel(from: Grain, to: Grain, by: readonly Point[], own: number): Grain {
  if (own === 0) return from;
  if (own === 1) return to;
  return {
    ...pointAt([from, ...by, to], own),
    r: lerp(from.r, to.r, own),
    fill: mixRgb(from.fill, to.fill, own),
    opacity: to.opacity,
    hollow: lerp(from.hollow, to.hollow, Math.min(1, own * 3)),
  };
}

export function climbingGrains(
  places: ClosingLayout,
  { lifted, cast, grown }: Climb,
  palette: Palette,
): readonly Grain[] {
  const { seam, rims, cast: whole } = stations(places, palette);
  const { shaft, raise, walk } = ways(places);
  return seam.map((bed, index) => {
    const [rim, end] = [rims[index] ?? bed, whole[index] ?? bed];
    const rank = rankInGroup(index);
    if (groupOf(index) === "rural") {
      // The few that have no place in the vessel stay.
      const called = end.y < places.vessel.ground;
      const waiting = { ...bed, hollow: lifted, fill: mixRgb(bed.fill, rim.fill, lifted) };
      return called ? travel(waiting, end, raise, ownTurn(grown, rank)) : waiting;
    }
    return cast === 0 ? travel(bed, rim, shaft, ownTurn(lifted, rank)) : travel(rim, end, walk, ownTurn(cast, rank));
  });
}
