import { mixRgb } from "../../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../../lib/math.ts";
import type { Grain, Point, Scene, SceneContext, Shape } from "../../model/picture.ts";
import { firstInGroup, GROUP_SIZE, jitteredRadius } from "../../picture/grains.ts";
import { labelMark, labelSize } from "../../picture/label.ts";
import { mixLand, seamLand, workedSeam } from "../props/mine.ts";
import { glow } from "../props/sky.ts";
import { strata } from "../props/strata.ts";
import {
  pairLand,
  placeWheels,
  rimLayout,
  type WheelGroup,
  type WheelPlace,
  withSeamBelow,
} from "../props/wheel-pair.ts";
import { RIM_GRAIN, wheel } from "../props/wheel.ts";

const WHEELS = ["industry", "services"] as const;

function parting(one: WheelPlace, own: WheelPlace, act: number): WheelPlace {
  const k = smoothstep(linearStep(act, 0.56, 0.82));
  return {
    centre: { x: lerp(one.centre.x, own.centre.x, k), y: lerp(one.centre.y, own.centre.y, k) },
    radius: lerp(one.radius, own.radius, k),
  };
}

const EIGHTH = Math.PI / 4;

/**
 * Returns the angle, radians clockwise, that a wheel has yet to roll to its own place. The whole roll is rounded to
 * eighths of a turn, so that the two wheels' spokes coincide before they part.
 */
function rolling(one: WheelPlace, hub: WheelPlace, own: WheelPlace): number {
  const all = (one.centre.x - own.centre.x) / own.radius;
  return (Math.round(all / EIGHTH) * EIGHTH * (hub.centre.x - own.centre.x)) / (one.centre.x - own.centre.x);
}

/** Opens one half of the common wheel's rim into the whole rim of a group's wheel, `k` 0–1. */
function opening(group: WheelGroup, one: WheelPlace, hub: WheelPlace, own: WheelPlace, k: number): readonly Point[] {
  const { centre, radius: outer } = hub;
  const side = group === "industry" ? -1 : 1;
  const rolled = side * rolling(one, hub, own) * k;
  return rimLayout(group, { centre: { x: 0, y: 0 }, radius: 1 }, 0).map((spot) => {
    const r = outer - (1 - Math.hypot(spot.x, spot.y)) * own.radius;
    const around = Math.atan2(spot.y, spot.x * side) * (0.5 + 0.5 * k) + rolled;
    return { x: centre.x + side * r * Math.cos(around), y: centre.y + r * Math.sin(around) };
  });
}

function grainsOf(
  group: WheelGroup,
  at: SceneContext,
  seam: readonly Grain[],
  one: WheelPlace,
  own: WheelPlace,
): readonly Grain[] {
  const { t, palette } = at;
  const split = smoothstep(linearStep(t, 0.6, 0.92));
  const coal = mixRgb(palette.background, palette.ember, 0.6);
  const fill = mixRgb(coal, palette[group], split);
  const r = lerp(0.82, 1, split) * own.radius * RIM_GRAIN;
  return opening(group, one, parting(one, own, t), own, split).map(({ x, y }, rank) => {
    const from = seam[firstInGroup(group) + rank] ?? { x, y, r, fill, opacity: 1, hollow: 0 };
    const start = 0.24 * (rank / GROUP_SIZE);
    const k = smoothstep(linearStep(t, start, start + 0.26));
    return {
      x: lerp(from.x, x, k),
      y: lerp(from.y, y, k),
      r: lerp(from.r, jitteredRadius(firstInGroup(group) + rank, r), k),
      fill: mixRgb(from.fill, fill, k),
      opacity: 1,
      hollow: from.hollow * (1 - k),
    };
  });
}

/** Two thirds of the grains leave the worked seam and form one dark wheel, which parts into two equal ones. */
export const choice: Scene = {
  labels: ["industry", "services"],
  elevation: () => 0.2,
  draw(at) {
    const { t, size, box, palette, label } = at;
    const end = pairLand(size, box);
    const land = mixLand(seamLand(size, box), end, smoothstep(linearStep(t, 0, 0.55)));
    const seam = workedSeam(at, land, 1);
    const own = placeWheels(box, end);
    const radius = Math.min((end.horizon - box.y) / 2 - 2, own.industry.radius * 1.4);
    const one: WheelPlace = { centre: { x: box.x + box.width / 2, y: end.horizon - radius - 1 }, radius };
    const parted = smoothstep(linearStep(t, 0.6, 0.92));
    const type = labelSize(size) * 1.5;
    const shapes: Shape[] = [glow(land.horizon, size, palette.ember, 0.3), ...strata(land, size, palette)];
    for (const group of WHEELS) {
      const { centre } = own[group];
      const hub = parting(one, own[group], t);
      shapes.push(
        ...wheel({
          key: `wheel:${group}`,
          ...hub,
          turn: rolling(one, hub, own[group]),
          colour: mixRgb(mixRgb(palette.background, palette.ember, 0.6), palette[group], parted),
          ground: palette.background,
          opacity: linearStep(t, 0.12, 0.4),
        }),
        labelMark({
          key: `wheel:${group}:name`,
          text: label(group),
          x: centre.x,
          y: end.horizon + type * 1.4,
          size: type,
          face: "song",
          fill: group === "industry" ? palette.textIndustry : palette.textServices,
          opacity: linearStep(t, 0.86, 0.98),
        }),
      );
    }
    return {
      grains: withSeamBelow(at, land, {
        industry: grainsOf("industry", at, seam, one, own.industry),
        services: grainsOf("services", at, seam, one, own.services),
      }),
      shapes,
    };
  },
};
