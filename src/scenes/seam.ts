import { headframe, shaft } from "../motifs/headframe.ts";
import { sky } from "../motifs/sky.ts";
import { type Land, seamTop, strata, surface } from "../motifs/strata.ts";
import { blend, heavy, span } from "../picture/ease.ts";
import { centre } from "../picture/frame.ts";
import type { Box, Scene, Shape, Size } from "../picture/model.ts";
import { coverLand, glints, headframeHeight, seamGrains, shaftX } from "./cover.ts";
import { label } from "./label.ts";

/** The earth seen from below: a seam `thickness` of the stage high, its middle `low` of a box under that box's own, the horizon far above the stage. */
export function seamLand(size: Size, box: Box, thickness = 0.24, low = 0.19): Land {
  const [, middle] = centre(box);
  const seam = 0.86;
  return { horizon: middle + box.height * low - (seam + thickness / 2) * size.height, seam, thickness, level: 0 };
}

/** The earth on its way from `a` to `b`. */
export function mixLand(a: Land, b: Land, k: number): Land {
  return {
    horizon: blend(a.horizon, b.horizon, k),
    seam: blend(a.seam, b.seam, k),
    thickness: blend(a.thickness, b.thickness, k),
    level: blend(a.level, b.level, k),
  };
}

/** The view sinks down the shaft with the cage; three names, one inside the other, are passed on the way, the last one at the seam. */
export const seam: Scene = {
  words: ["province", "city", "district"],
  ground: () => 0,
  draw(at) {
    const { act, size, box, palette, word } = at;
    const sunk = heavy(act);
    const land = mixLand(coverLand(size), seamLand(size, box), sunk);
    const x = shaftX(size);
    const height = headframeHeight(size);
    const ground = surface(x, land, size);
    const floor = seamTop(x, land, size);
    const grains = seamGrains(at, land);
    const deepest = seamLand(size, box);
    const last = Math.min(...[0.25, 0.5, 0.75, 1].map((k) => seamTop(x * k, deepest, size)));
    // The rock over the seam is the room of the three names: the deepest takes a good third of it.
    const rise = last - box.y;
    const deep = Math.max(28, Math.min(rise * 0.36, (x - box.x) * 0.29));
    const types = [deep * 0.4, deep * 0.6, deep].map((one) => Math.max(16, one));
    const [least = deep] = types;
    const [high, low] = [box.y + least * 0.6, last - deep * 0.72];
    const heights = [high, (high + low + least / 2 - deep / 2) / 2, low];
    const names = [word("province"), word("city"), word("district")].flatMap((text, k): readonly Shape[] => {
      const large = types[k] ?? deep;
      const y = heights[k] ?? high;
      const here = span(act, 0.42 + 0.18 * k, 0.58 + 0.18 * k);
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
          width: 1.6,
        },
        label({
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
        ...headframe(x, ground + 2, height, palette, span(ground, box.y + 0.4 * height, box.y + height)),
        ...strata(land, size, palette),
        ...shaft(x, ground, floor, height, sunk, palette),
        glints(grains, at, 0.95),
        ...names,
      ],
    };
  },
};
