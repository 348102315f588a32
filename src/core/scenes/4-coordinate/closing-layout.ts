import { range } from "d3-array";
import { lerp } from "../../lib/math.ts";
import type { Box, LayoutContext, Point, Size, Track } from "../../model/picture.ts";
import { pointBetween } from "../../picture/layouts/along-line.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { firstInGroup, GROUP_SIZE } from "../groups.ts";
import { seamLayout } from "../props/seam.ts";
import { VESSEL_HEIGHT } from "../props/vessel/geometry.ts";
import { type VesselStage, vesselLabelSize } from "../props/vessel/layout.ts";

/** Radius of the slider's handle, px. */
export const HALO = 15;

export function sliderTrack(size: Size, box: Box): Track {
  const type = vesselLabelSize(size);
  return { x1: box.x + HALO, x2: box.x + box.width - HALO, y: box.y + box.height - type * 1.4 - HALO };
}

/** Lengths in units of the vessel: the radius of a wheel, what stands abreast, and what lies one above the other. */
const WHEEL = 0.55;
const ABREAST = { vessel: 2.2, stairs: 0.62, wheels: 4.3 * WHEEL } as const;
const STACK = { rise: 1.2, soil: 0.42, seam: 0.62 } as const;

/** Number of the steps from the lower terrace to the upper one. */
const STAIRS = 6;

/** The first grain that stays in the seam until the third part calls it. */
export const CAST = firstInGroup("rural");

/**
 * Lays out the whole climb seen from afar: a seam at the foot of a cut hill, wheels on its lower terrace, the vessel on
 * its upper one.
 */
export function layoutClosing({ size, box }: LayoutContext) {
  const type = vesselLabelSize(size);
  const track = sliderTrack(size, box);
  const height = track.y - HALO - type * 0.9 - box.y;
  const tall = VESSEL_HEIGHT + STACK.rise + STACK.soil + STACK.seam;
  const wide = ABREAST.vessel + ABREAST.stairs + ABREAST.wheels;
  const unit = Math.min(box.width / wide, height / tall);
  const [across, down] = [box.width - unit * wide, height - unit * tall];
  const upper = box.y + unit * VESSEL_HEIGHT + down * 0.3;
  const lower = upper + unit * STACK.rise + down * 0.4;
  const bottom = box.y + height;
  const mine = { x: box.x, y: bottom - unit * (STACK.seam + 0.08), width: box.width, height: unit * STACK.seam };
  const base = { top: box.y, unit, type, mine };
  const radius = unit * WHEEL;
  const hubs = { radius, apart: radius * 1.07 };
  const wheels: VesselStage = {
    ...base,
    cx: box.x + (unit * ABREAST.wheels) / 2 + across * 0.2,
    ground: lower,
    wheel: hubs,
  };
  const vessel: VesselStage = {
    ...base,
    cx: box.x + box.width - (unit * ABREAST.vessel) / 2 - across * 0.2,
    ground: upper,
    wheel: hubs,
  };
  const foot = { x: wheels.cx + (unit * ABREAST.wheels) / 2 + across * 0.2, y: lower };
  const head = { x: vessel.cx - (unit * ABREAST.vessel) / 2 - across * 0.15, y: upper };
  const tower = { x: wheels.cx, height: radius * 3.1 };
  const sky = {
    x: box.x,
    y: box.y,
    width: vessel.cx - unit * 1.02 - box.x,
    height: Math.max(lower - tower.height, upper) - box.y,
  };
  return {
    box,
    type,
    track,
    unit,
    bottom,
    wheels,
    vessel,
    stairs: stairsBetween(foot, head),
    beds: bedsIn(mine, type),
    tower,
    sky,
    // The words are three characters wide each and must not touch.
    word: Math.min(typeSize(size, "display") * 1.5, sky.width / 8.5, Math.max(sky.height / 3.9, sky.width / 12)),
  };
}

export type ClosingLayout = ReturnType<typeof layoutClosing>;

/** Corners of the stairs, from the lower end up. */
function stairsBetween(foot: Point, head: Point): readonly Point[] {
  const corners = range(STAIRS).flatMap((k) => {
    const [low, high] = [pointBetween(foot, head, k / STAIRS), pointBetween(foot, head, (k + 1) / STAIRS)];
    return [low, { x: low.x, y: high.y }];
  });
  return [...corners, head];
}

function roofOf(mine: Box, x: number): number {
  return mine.y + mine.height * 0.1 * Math.sin((5.2 * (x - mine.x)) / mine.width + 0.6);
}

/** Returns the height of the seam's roof, px. */
export function seamRoof({ wheels: { mine } }: Pick<ClosingLayout, "wheels">, x: number): number {
  return roofOf(mine, x);
}

/** Places of the grains in the seam. Those of the left wheel lie on the left, so that the two streams do not cross. */
function bedsIn(mine: Box, type: number): readonly Point[] {
  const places = seamLayout(mine.x + type * 0.4, mine.width - type * 0.8, mine.height, (x) => roofOf(mine, x));
  const sorted = places.slice(0, CAST).sort((a, b) => a.x - b.x);
  return [...sorted.slice(0, GROUP_SIZE), ...sorted.slice(GROUP_SIZE).reverse(), ...places.slice(CAST)];
}

/** Returns the hill's surface as a line, from its left end to its right one. */
export function surfaceLine({ box, stairs, wheels, vessel }: ClosingLayout): readonly Point[] {
  return [{ x: box.x, y: wheels.ground }, ...stairs, { x: box.x + box.width, y: vessel.ground }];
}

/** Returns the height of the hill's surface, the stairs as a slope, px. */
export function surfaceAt({ stairs, wheels, vessel }: ClosingLayout, x: number): number {
  const [foot, head] = [stairs[0]?.x ?? 0, stairs.at(-1)?.x ?? 0];
  if (x <= foot) return wheels.ground;
  return x >= head ? vessel.ground : lerp(wheels.ground, vessel.ground, (x - foot) / (head - foot));
}
