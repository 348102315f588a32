import type { Box, Grain, Palette, Point, SceneContext, Size } from "../../model/picture.ts";
import { jitteredRadius } from "../../picture/grains.ts";
import { firstInGroup } from "../groups.ts";
import { workedSeam } from "./mine.ts";
import type { Land } from "./strata.ts";
import { RIM_GRAIN, rimPlaces } from "./wheel.ts";

export type WheelGroup = "industry" | "services";

export interface WheelPlace {
  readonly centre: Point;
  readonly radius: number;
}

export function levelLand(size: Size, share: number, thickness = 0.1): Land {
  return { horizon: size.height * share, seam: 0.955 - thickness - share, thickness, level: 1 };
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

export function withSeamBelow(
  at: SceneContext,
  land: Land,
  { industry, services }: Readonly<Record<WheelGroup, readonly Grain[]>>,
): readonly Grain[] {
  return [...industry, ...services, ...workedSeam(at, land, 1).slice(firstInGroup("rural"))];
}
