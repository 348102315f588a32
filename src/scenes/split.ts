import type { Place } from "../formations/strip.ts";
import { strata } from "../motifs/strata.ts";
import { RIVET, wheel } from "../motifs/wheel.ts";
import { mixRgb } from "../picture/colour.ts";
import { blend, heavy, span } from "../picture/ease.ts";
import { firstOf, GROUP_SIZE } from "../picture/grains.ts";
import type { Grain, Moment, Scene, Shape } from "../picture/model.ts";
import { workedSeam } from "./depletion.ts";
import { sized } from "./grain.ts";
import { label, labelSize } from "./label.ts";
import { above, type Hub, pair, rimOf, standing, type Wheeled } from "./pair.ts";
import { mixLand, seamLand } from "./seam.ts";

const SHARE = 0.66;
const WHEELS = ["industry", "services"] as const;

/** A wheel on its way from the one to its own place, `act` 0–1; it moves aside before it closes. */
function parting(one: Hub, own: Hub, act: number): Hub {
  const k = heavy(span(act, 0.56, 0.82));
  return {
    centre: { x: blend(one.centre.x, own.centre.x, k), y: blend(one.centre.y, own.centre.y, k) },
    radius: blend(one.radius, own.radius, k),
  };
}

/** Half of the one wheel's rim, opened `k` 0–1 into a whole rim of its own: the half's arc closes upon itself. */
function opening(group: Wheeled, { centre, radius: outer }: Hub, own: Hub, k: number): readonly Place[] {
  const side = group === "industry" ? -1 : 1;
  return rimOf(group, { centre: { x: 0, y: 0 }, radius: 1 }, 0).map((spot) => {
    const r = outer - (1 - Math.hypot(spot.x, spot.y)) * own.radius;
    const around = Math.atan2(spot.y, spot.x * side) * (0.5 + 0.5 * k);
    return { x: centre.x + side * r * Math.cos(around), y: centre.y + r * Math.sin(around) };
  });
}

function grainsOf(group: Wheeled, at: Moment, seam: readonly Grain[], one: Hub, own: Hub): readonly Grain[] {
  const { act, palette } = at;
  const split = heavy(span(act, 0.6, 0.92));
  const coal = mixRgb(palette.ground, palette.ember, 0.42);
  const fill = mixRgb(coal, palette[group], split);
  const r = blend(0.82, 1, split) * own.radius * RIVET;
  return opening(group, parting(one, own, act), own, split).map(({ x, y }, rank) => {
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
    const end = standing(size, SHARE);
    const land = mixLand(seamLand(size, box), end, heavy(span(act, 0, 0.55)));
    const seam = workedSeam(at, land, 1);
    const own = pair(box, end);
    const radius = Math.min((end.horizon - box.y) / 2 - 2, own.industry.radius * 1.4);
    const one: Hub = { centre: { x: box.x + box.width / 2, y: end.horizon - radius - 1 }, radius };
    const parted = heavy(span(act, 0.6, 0.92));
    const whole = span(act, 0.4, 0.54);
    const type = labelSize(size) * 1.2;
    const shapes: Shape[] = [
      ...strata(land, size, palette),
      ...wheel({
        key: "wheel:one",
        ...one,
        turn: 0,
        colour: mixRgb(palette.ground, palette.ember, 0.5),
        ground: palette.ground,
        opacity: whole * (1 - span(act, 0.55, 0.64)),
      }),
    ];
    for (const group of WHEELS) {
      const { centre } = own[group];
      shapes.push(
        ...wheel({
          key: `wheel:${group}`,
          ...parting(one, own[group], act),
          turn: 0,
          colour: mixRgb(mixRgb(palette.ground, palette.ember, 0.5), palette[group], parted),
          ground: palette.ground,
          opacity: span(act, 0.62, 0.84),
        }),
        label({
          key: `wheel:${group}:name`,
          text: word(group),
          x: centre.x,
          y: end.horizon + type * 1.9,
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
