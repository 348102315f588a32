import { mixRgb } from "../../../lib/color.ts";
import { clamp, lerp, linearStep, smoothstep } from "../../../lib/math.ts";
import type { Grain, Palette, Point } from "../../../model/picture.ts";
import { idleColor, jitteredRadius, mapGrains } from "../../../picture/grains.ts";
import { pointBetween } from "../../../picture/layouts/along-line.ts";
import { GROUP_SIZE, groupOf, rankInGroup } from "../../groups.ts";
import { strandAbove, strandPoint } from "../braid.ts";
import { RIM_GRAIN } from "../wheel.ts";
import { GRAIN_PLACES, grainScale, VESSEL_HEIGHT } from "./geometry.ts";
import { mineGrainPlaces, onStage, type VesselStage } from "./layout.ts";
import { rimGrainPlaces } from "./wheels.ts";

/** Progress from two wheels to two legs (`cast`) and of the third part (`grown`), 0–1; `lift` is the wheels', px. */
export interface VesselProgress {
  readonly cast: number;
  readonly grown: number;
  readonly lift?: number;
  readonly beds?: readonly Point[];
}

const CAST_LAG = 0.42;
const GROWTH_LAG = 0.46;

/** Returns a rank's turn to climb: the middle first. The last have no place in the vessel and stay on the strands. */
function climbTurn(rank: number): number {
  const half = GROUP_SIZE / 2;
  return rank < half ? 2 * (half - 1 - rank) : 2 * (rank - half) + 1;
}

function climb(at: VesselStage, rank: number, bed: Point, own: number): Point {
  if (own === 0) return bed;
  const turn = climbTurn(rank);
  const place = GRAIN_PLACES.rural[turn];
  const strand = strandAbove(rank / GROUP_SIZE);
  if (place === undefined)
    return pointBetween(bed, strandPoint(at, strand, 0.1 + 0.055 * (GROUP_SIZE - turn)), smoothstep(own));
  const climbing = strandPoint(at, strand, linearStep(own, 0.06, 0.7));
  const onStrand = pointBetween(bed, climbing, smoothstep(linearStep(own, 0, 0.36)));
  return pointBetween(onStrand, onStage(at, place), smoothstep(linearStep(own, 0.46, 1)));
}

export function vesselGrains(
  at: VesselStage,
  palette: Palette,
  { cast, grown, lift = 0, beds = mineGrainPlaces(at) }: VesselProgress,
): readonly Grain[] {
  const fine = Math.max(2.3, at.type * 0.235);
  const full = at.unit * 0.0415;
  const onRim = at.wheel.radius * RIM_GRAIN;
  const rims = rimGrainPlaces(at);
  const idle = idleColor(palette);
  return mapGrains((index): Grain => {
    const rank = rankInGroup(index);
    const group = groupOf(index);
    if (group === "rural") {
      const turn = climbTurn(rank);
      const start = (GROWTH_LAG * turn) / GROUP_SIZE;
      const own = linearStep(grown, start, start + 1 - GROWTH_LAG);
      const place = GRAIN_PLACES.rural[turn];
      const swollen = smoothstep(linearStep(own, 0.45, 1));
      const { x, y } = climb(at, rank, beds[rank] ?? { x: 0, y: 0 }, own);
      return {
        x,
        y,
        r: jitteredRadius(index, place === undefined ? fine : lerp(fine, full * grainScale(place), swollen)),
        fill: mixRgb(idle, palette.rural, linearStep(own, 0.05, 0.4)),
        opacity: 1,
        hollow: 1,
      };
    }
    const place = GRAIN_PLACES[group][rank] ?? { x: 0, y: 0 };
    const start = CAST_LAG * clamp(place.y / VESSEL_HEIGHT);
    const own = smoothstep(linearStep(cast, start, start + 1 - CAST_LAG));
    const rim = rims[group][rank] ?? place;
    const { x, y } = pointBetween({ x: rim.x, y: rim.y - lift }, onStage(at, place), own);
    return {
      x,
      y,
      r: jitteredRadius(index, lerp(onRim, full * grainScale(place), own)),
      fill: palette[group],
      opacity: 1,
      hollow: 0,
    };
  });
}
