import type { Rgb } from "../../lib/color.ts";
import type { Box, Grain, Palette, Point, SceneContext, Size } from "../../model/picture.ts";
import {
  firstInGroup,
  type GrainGroup,
  GROUP_SIZE,
  groupOf,
  jitteredRadius,
  mapGrains,
  rankInGroup,
} from "../../picture/grains.ts";
import { workedSeam } from "./mine.ts";
import type { Land } from "./strata.ts";
import { RIM_GRAIN, rimPlaces } from "./wheel.ts";

export type WheelGroup = "industry" | "services";

export interface WheelPlace {
  readonly centre: Point;
  readonly radius: number;
}

/** Returns level ground at `share` of the stage's height, with the seam just above the stage's foot. */
export function levelLand(size: Size, share: number, thickness = 0.1): Land {
  return { horizon: size.height * share, seam: 0.955 - thickness - share, thickness, level: 1 };
}

/**
 * Returns level ground and a wheel on it. `radius` (px) shrinks if there is too little room; `head` px above the wheel
 * stay free.
 */
export function wheelLand(
  size: Size,
  box: Box,
  radius: number,
  head: number,
): { readonly land: Land; readonly hub: WheelPlace } {
  const room = Math.min(radius, (size.height * 0.72 - box.y - head) / 2);
  const land = levelLand(size, Math.max(0.66, (box.y + head + 2 * room) / size.height));
  return { land, hub: { centre: { x: box.x + box.width / 2, y: land.horizon - room - 1 }, radius: room } };
}

export function pairLand(size: Size, box: Box): Land {
  const radius = Math.min(box.width * 0.235, (size.height * 0.74 - box.y) * 0.45);
  return levelLand(size, Math.min(0.72, (box.y + 2 * radius) / size.height + 0.05), 0.125);
}

export function placeWheels(box: Box, land: Land): Readonly<Record<WheelGroup, WheelPlace>> {
  const radius = Math.min(box.width * 0.235, (land.horizon - box.y) * 0.46);
  const middle = box.x + box.width / 2;
  const apart = Math.min(radius * 1.3, box.width / 2 - radius - 2);
  const hub = (side: -1 | 1): WheelPlace => ({
    centre: { x: middle + side * apart, y: land.horizon - radius - 1 },
    radius,
  });
  return { industry: hub(-1), services: hub(1) };
}

/**
 * Returns the places on the rim of a group's wheel, from its outer side over the top. The two wheels are mirror images
 * at any `turn`.
 */
export function rimLayout(group: WheelGroup, { centre, radius }: WheelPlace, turn: number): readonly Point[] {
  if (group === "industry") return rimPlaces(centre, radius, turn);
  return rimPlaces(centre, radius, -turn).map(({ x, y }) => ({ x: 2 * centre.x - x, y }));
}

export function rimGrains(group: WheelGroup, hub: WheelPlace, turn: number, palette: Palette): readonly Grain[] {
  const { radius } = hub;
  return rimLayout(group, hub, turn).map(({ x, y }, rank) => ({
    x,
    y,
    r: jitteredRadius(firstInGroup(group) + rank, radius * RIM_GRAIN),
    fill: palette[group],
    opacity: 1,
    hollow: 0,
  }));
}

/**
 * Returns, by rank on the rim, a grain's place in a row ordered by x, so that grains do not cross on their way from rim
 * to row.
 */
function slots(group: WheelGroup): readonly number[] {
  const order = rimLayout(group, { centre: { x: 0, y: 0 }, radius: 1 }, 0)
    .map(({ x }, rank) => ({ x, rank }))
    .sort((a, b) => a.x - b.x);
  return order.map((_, rank) => order.findIndex((spot) => spot.rank === rank));
}

const SLOTS = { industry: slots("industry"), services: slots("services") };

export function rowGrains(group: WheelGroup, left: number, length: number, y: number, colour: Rgb): readonly Grain[] {
  const r = Math.min(3.2, (length / GROUP_SIZE) * 0.42);
  return SLOTS[group].map((slot, rank) => ({
    x: left + ((slot + 0.5) * length) / GROUP_SIZE,
    y: y + r + 2,
    r: jitteredRadius(firstInGroup(group) + rank, r),
    fill: colour,
    opacity: 1,
    hollow: 0,
  }));
}

export function withSeamBelow(
  at: SceneContext,
  land: Land,
  groups: Readonly<Record<WheelGroup, readonly Grain[]>>,
): readonly Grain[] {
  const seam = workedSeam(at, land, 1);
  return mapGrains((index) => {
    const group: GrainGroup = groupOf(index);
    const grain = group === "rural" ? seam[index] : groups[group][rankInGroup(index)];
    return grain ?? { x: 0, y: 0, r: 1, fill: at.palette.ember, opacity: 0, hollow: 0 };
  });
}
