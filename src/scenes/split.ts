import type { Place } from "../formations/strip.ts";
import { glow } from "../motifs/sky.ts";
import { strata } from "../motifs/strata.ts";
import { RIVET, wheel } from "../motifs/wheel.ts";
import { mixRgb } from "../picture/colour.ts";
import { blend, heavy, span } from "../picture/ease.ts";
import { firstOf, GROUP_SIZE } from "../picture/grains.ts";
import type { Grain, Moment, Scene, Shape } from "../picture/model.ts";
import { workedSeam } from "./depletion.ts";
import { sized } from "./grain.ts";
import { label, labelSize } from "./label.ts";
import { above, type Hub, pair, pairLand, rimOf, type Wheeled } from "./pair.ts";
import { mixLand, seamLand } from "./seam.ts";

const WHEELS = ["industry", "services"] as const;

/** A wheel on its way from the one to its own place, `act` 0–1; it moves aside before it closes. */
function parting(one: Hub, own: Hub, act: number): Hub {
  const k = heavy(span(act, 0.56, 0.82));
  return {
    centre: { x: blend(one.centre.x, own.centre.x, k), y: blend(one.centre.y, own.centre.y, k) },
    radius: blend(one.radius, own.radius, k),
  };
}

const EIGHTH = Math.PI / 4;

/** How far a wheel that is to come to rest at its own place has yet to roll, radians clockwise; whole eighths in all, so that the two wheels in the one lie spoke upon spoke. */
function rolling(one: Hub, hub: Hub, own: Hub): number {
  const all = (one.centre.x - own.centre.x) / own.radius;
  return (Math.round(all / EIGHTH) * EIGHTH * (hub.centre.x - own.centre.x)) / (one.centre.x - own.centre.x);
}

/** Half of the one wheel's rim, opened `k` 0–1 into a whole rim of its own: the half's arc closes upon itself. */
function opening(group: Wheeled, one: Hub, hub: Hub, own: Hub, k: number): readonly Place[] {
  const { centre, radius: outer } = hub;
  const side = group === "industry" ? -1 : 1;
  const rolled = side * rolling(one, hub, own) * k;
  return rimOf(group, { centre: { x: 0, y: 0 }, radius: 1 }, 0).map((spot) => {
    const r = outer - (1 - Math.hypot(spot.x, spot.y)) * own.radius;
    const around = Math.atan2(spot.y, spot.x * side) * (0.5 + 0.5 * k) + rolled;
    return { x: centre.x + side * r * Math.cos(around), y: centre.y + r * Math.sin(around) };
  });
}

function grainsOf(group: Wheeled, at: Moment, seam: readonly Grain[], one: Hub, own: Hub): readonly Grain[] {
  const { act, palette } = at;
  const split = heavy(span(act, 0.6, 0.92));
  const coal = mixRgb(palette.ground, palette.ember, 0.6);
  const fill = mixRgb(coal, palette[group], split);
  const r = blend(0.82, 1, split) * own.radius * RIVET;
  return opening(group, one, parting(one, own, act), own, split).map(({ x, y }, rank) => {
    const from = seam[firstOf(group) + rank] ?? { x, y, r, fill, opacity: 1, hollow: 0 };
    const start = 0.24 * (rank / GROUP_SIZE);
    const k = heavy(span(act, start, start + 0.26));
    return {
      x: blend(from.x, x, k),
      y: blend(from.y, y, k),
      r: blend(from.r, sized(firstOf(group) + rank, r), k),
      fill: mixRgb(from.fill, fill, k),
      opacity: 1,
      hollow: from.hollow * (1 - k),
    };
  });
}

/** Two thirds of the grains leave the worked seam and become one dark wheel on the surface; the wheel parts into two equal ones. */
export const split: Scene = {
  words: ["industry", "services"],
  ground: () => 0.2,
  draw(at) {
    const { act, size, box, palette, word } = at;
    const end = pairLand(size, box);
    const land = mixLand(seamLand(size, box), end, heavy(span(act, 0, 0.55)));
    const seam = workedSeam(at, land, 1);
    const own = pair(box, end);
    const radius = Math.min((end.horizon - box.y) / 2 - 2, own.industry.radius * 1.4);
    const one: Hub = { centre: { x: box.x + box.width / 2, y: end.horizon - radius - 1 }, radius };
    const parted = heavy(span(act, 0.6, 0.92));
    const type = labelSize(size) * 1.5;
    const shapes: Shape[] = [glow(land.horizon, size, palette.ember, 0.3), ...strata(land, size, palette)];
    for (const group of WHEELS) {
      const { centre } = own[group];
      const hub = parting(one, own[group], act);
      shapes.push(
        ...wheel({
          key: `wheel:${group}`,
          ...hub,
          turn: rolling(one, hub, own[group]),
          colour: mixRgb(mixRgb(palette.ground, palette.ember, 0.6), palette[group], parted),
          ground: palette.ground,
          opacity: span(act, 0.12, 0.4),
        }),
        label({
          key: `wheel:${group}:name`,
          text: word(group),
          x: centre.x,
          y: end.horizon + type * 1.4,
          size: type,
          face: "song",
          fill: group === "industry" ? palette.textIndustry : palette.textServices,
          opacity: span(act, 0.86, 0.98),
        }),
      );
    }
    return {
      grains: above(at, land, {
        industry: grainsOf("industry", at, seam, one, own.industry),
        services: grainsOf("services", at, seam, one, own.services),
      }),
      shapes,
    };
  },
};
