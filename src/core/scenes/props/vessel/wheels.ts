import { memoizeByObject, memoizeByObjects } from "../../../lib/memoize.ts";
import type { Palette, PathMark, Shape } from "../../../model/picture.ts";
import { pathMark, withOpacity } from "../../../picture/marks.ts";
import { circlePath } from "../../../picture/path.ts";
import { rimLayout, type WheelPlace } from "../wheel-pair.ts";
import { wheel } from "../wheel.ts";
import type { VesselStage } from "./layout.ts";

const WHEELS = [
  { group: "industry", side: -1 },
  { group: "services", side: 1 },
] as const;

function hubOf({ cx, ground, wheel: { radius, apart } }: VesselStage, side: -1 | 1): WheelPlace {
  return { centre: { x: cx + side * apart, y: ground - radius }, radius };
}

export const rimGrainPlaces = memoizeByObject((at: VesselStage) => ({
  industry: rimLayout("industry", hubOf(at, -1), 0),
  services: rimLayout("services", hubOf(at, 1), 0),
}));

const wheels = memoizeByObjects((at: VesselStage, palette: Palette): readonly PathMark[] =>
  WHEELS.flatMap(({ group, side }) =>
    wheel({
      key: `wheel:${group}`,
      ...hubOf(at, side),
      turn: 0,
      colour: palette[group],
      ground: palette.background,
    }),
  ),
);

export function wheelsBehind(at: VesselStage, palette: Palette, opacity: number, lift = 0): readonly Shape[] {
  if (opacity <= 0) return [];
  return wheels(at, palette).map((path) => {
    const shown = withOpacity(path, opacity);
    return lift === 0 ? shown : { ...shown, translate: [0, -lift] };
  });
}

export function wheelTraces(at: VesselStage, palette: Palette, opacity: number): readonly Shape[] {
  return WHEELS.map(({ side }) => {
    const { centre, radius } = hubOf(at, side);
    return pathMark({
      key: `wheel:trace:${side}`,
      d: circlePath(centre, radius),
      stroke: palette.line,
      dash: "2 4",
      layer: "back",
      opacity,
    });
  });
}
