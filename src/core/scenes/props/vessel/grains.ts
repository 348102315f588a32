import { mixRgb } from "../../../lib/color.ts";
import { clamp, lerp, linearStep, smoothstep } from "../../../lib/math.ts";
import { memoizeByObject, memoizeByObjects } from "../../../lib/memoize.ts";
import type { Grain, Palette, PathMark, Point, Shape } from "../../../model/picture.ts";
import { GROUP_SIZE, groupOf, jitteredRadius, mapGrains, rankInGroup } from "../../../picture/grains.ts";
import { circlePath, pathMark, withOpacity } from "../../../picture/old-marks.ts";
import { strandPoint } from "../braid.ts";
import { rimLayout, type WheelPlace } from "../wheel-pair.ts";
import { RIM_GRAIN, wheel } from "../wheel.ts";
import { GRAIN_PLACES, grainScale, VESSEL_HEIGHT } from "./geometry.ts";
import { mineGrainPlaces, type VesselStage } from "./stage.ts";

/** Progress from two wheels to two legs (`cast`) and growth of the third part (`grown`), each 0–1. */
export interface VesselProgress {
  readonly cast: number;
  readonly grown: number;
  /** Height of the wheels above the ground, px. */
  readonly lift?: number;
  readonly beds?: readonly Point[];
}

/**
 * Order in which the third group's ranks climb: the middle first. The last have no place in the vessel and stay on the
 * strands.
 */
const OUTWARDS: readonly number[] = Array.from({ length: GROUP_SIZE }, (_, rank) => rank)
  .sort((a, b) => Math.abs(a - (GROUP_SIZE - 1) / 2) - Math.abs(b - (GROUP_SIZE - 1) / 2))
  .reduce<number[]>((turns, rank, order) => ((turns[rank] = order), turns), []);

function along(a: Point, b: Point, k: number): Point {
  return { x: lerp(a.x, b.x, k), y: lerp(a.y, b.y, k) };
}

function climb(
  at: VesselStage,
  rank: number,
  bed: Point,
  grown: number,
): { readonly place: Point; readonly own: number } {
  const order = OUTWARDS[rank] ?? 0;
  const k = rank < GROUP_SIZE / 3 ? 0 : rank < (2 * GROUP_SIZE) / 3 ? 1 : 2;
  const spot = GRAIN_PLACES.rural[order];
  const start = (0.46 * order) / GROUP_SIZE;
  const own = linearStep(grown, start, start + 0.54);
  if (own === 0) return { place: bed, own };
  if (spot === undefined) {
    const rest = GROUP_SIZE - order;
    return { place: along(bed, strandPoint(at, k, 0.1 + 0.055 * rest), smoothstep(own)), own };
  }
  const target = { x: at.cx + spot.x * at.unit, y: at.ground - spot.y * at.unit };
  const s = linearStep(own, 0.06, 0.7);
  const onStrand = along(bed, strandPoint(at, k, s), smoothstep(linearStep(own, 0, 0.36)));
  return { place: along(onStrand, target, smoothstep(linearStep(own, 0.46, 1))), own };
}

/** Returns all grains between two wheels over a worked mine (cast 0, grown 0) and the vessel (1, 1). */
export function vesselGrains(
  on: VesselStage,
  palette: Palette,
  { cast, grown, lift = 0, beds = mineGrainPlaces(on) }: VesselProgress,
): readonly Grain[] {
  const fine = Math.max(2.3, on.type * 0.235);
  const full = on.unit * 0.0415;
  const rim = rims(on);
  const old = mixRgb(palette.background, palette.muted, 0.75);
  return mapGrains((index) => {
    const rank = rankInGroup(index);
    const group = groupOf(index);
    if (group === "rural") {
      const { place, own } = climb(on, rank, beds[rank] ?? { x: 0, y: 0 }, grown);
      const spot = GRAIN_PLACES.rural[OUTWARDS[rank] ?? 0];
      const size =
        spot === undefined ? fine : lerp(fine, full * grainScale(spot), smoothstep(linearStep(own, 0.45, 1)));
      return {
        x: place.x,
        y: place.y,
        r: jitteredRadius(index, size),
        fill: mixRgb(old, palette.rural, linearStep(own, 0.05, 0.4)),
        opacity: 1,
        hollow: 1,
      };
    }
    const spot = GRAIN_PLACES[group][rank] ?? { x: 0, y: 0 };
    const start = 0.42 * clamp(spot.y / VESSEL_HEIGHT);
    const own = smoothstep(linearStep(cast, start, start + 0.58));
    const { x, y } = rim[group][rank] ?? spot;
    const from = { x, y: y - lift };
    const place = along(from, { x: on.cx + spot.x * on.unit, y: on.ground - spot.y * on.unit }, own);
    return {
      x: place.x,
      y: place.y,
      r: jitteredRadius(index, lerp(on.wheel.radius * RIM_GRAIN, full * grainScale(spot), own)),
      fill: palette[group],
      opacity: 1,
      hollow: 0,
    };
  });
}

function hub(on: VesselStage, side: number): WheelPlace {
  return { centre: { x: on.cx + side * on.wheel.apart, y: on.ground - on.wheel.radius }, radius: on.wheel.radius };
}

const rims = memoizeByObject((on: VesselStage) => ({
  industry: rimLayout("industry", hub(on, -1), 0),
  services: rimLayout("services", hub(on, 1), 0),
}));

const wheels = memoizeByObjects((on: VesselStage, palette: Palette): readonly PathMark[] =>
  (["industry", "services"] as const).flatMap((name, k) =>
    wheel({ key: `wheel:${name}`, ...hub(on, 2 * k - 1), turn: 0, colour: palette[name], ground: palette.background }),
  ),
);

export function wheelsBehind(on: VesselStage, palette: Palette, opacity: number, lift = 0): readonly Shape[] {
  if (opacity <= 0) return [];
  return wheels(on, palette).map((path) => {
    const shown = withOpacity(path, opacity);
    return lift === 0 ? shown : { ...shown, translate: [0, -lift] };
  });
}

export function wheelTraces(on: VesselStage, palette: Palette, opacity: number): readonly Shape[] {
  return [-1, 1].map((side) => {
    const {
      centre: { x, y },
      radius: r,
    } = hub(on, side);
    const d = circlePath(x, y, r);
    return pathMark(`wheel:trace:${side}`, d, palette.line, 1, { opacity, dash: "2 4" });
  });
}
