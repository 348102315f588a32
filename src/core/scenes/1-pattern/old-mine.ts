import { linearStep, smoothstep } from "../../lib/math.ts";
import type { Scene, Shape } from "../../model/picture.ts";
import { labelMark } from "../../picture/label.ts";
import { headframe, mineShaft } from "../props/headframe.ts";
import { coverLand, headframeHeight, headframeX, mixLand, seamGrains, seamLand, sparkles } from "../props/mine.ts";
import { sky } from "../props/sky.ts";
import { seamTop, strata, surfaceY } from "../props/strata.ts";

/** The view sinks down the shaft with the lift cage, past three nested place names, the last of them at the seam. */
export const oldMine: Scene = {
  labels: ["province", "city", "district"],
  elevation: () => 0,
  draw(at) {
    const { t, size, box, palette, label } = at;
    const sunk = smoothstep(t);
    const land = mixLand(coverLand(size), seamLand(size, box), sunk);
    const x = headframeX(size);
    const height = headframeHeight(size);
    const ground = surfaceY(x, land, size);
    const floor = seamTop(x, land, size);
    const grains = seamGrains(at, land);
    const deepest = seamLand(size, box);
    const last = Math.min(...[0.25, 0.5, 0.75, 1].map((k) => seamTop(x * k, deepest, size)));
    // The names share the rock over the seam; the deepest takes about a third of it.
    const rise = last - box.y;
    const deep = Math.max(28, Math.min(rise * 0.36, (x - box.x) * 0.29));
    const types = [deep * 0.4, deep * 0.6, deep].map((one) => Math.max(16, one));
    const [least = deep] = types;
    const [high, low] = [box.y + least * 0.6, last - deep * 0.72];
    const heights = [high, (high + low + least / 2 - deep / 2) / 2, low];
    const names = [label("province"), label("city"), label("district")].flatMap((text, k): readonly Shape[] => {
      const large = types[k] ?? deep;
      const y = heights[k] ?? high;
      const here = linearStep(t, 0.42 + 0.18 * k, 0.58 + 0.18 * k);
      return [
        {
          kind: "line",
          key: `seam:mark:${k}`,
          opacity: here,
          x1: x - 6,
          y1: y,
          x2: x - 6 - 14 * here,
          y2: y,
          stroke: palette.ember,
          strokeWidth: 1.6,
        },
        labelMark({
          key: `seam:name:${k}`,
          opacity: here,
          x: x - 28,
          y: y + large * 0.36,
          text,
          size: large,
          face: "song",
          anchor: "end",
          fill: k === 2 ? palette.textEmber : palette.ink,
        }),
      ];
    });
    return {
      grains,
      shapes: [
        ...sky(land.horizon, size, palette),
        ...headframe(x, ground + 2, height, palette, linearStep(ground, box.y + 0.4 * height, box.y + height)),
        ...strata(land, size, palette),
        ...mineShaft(x, ground, floor, height, sunk, palette),
        sparkles(grains, at, 0.95),
        ...names,
      ],
    };
  },
};
