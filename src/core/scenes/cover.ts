import type { Scene } from "../model/picture.ts";
import { headframe, mineShaft } from "./props/headframe.ts";
import { coverLand, headframeHeight, headframeX, seamGrains, sparkles } from "./props/mine.ts";
import { sky } from "./props/sky.ts";
import { seamTop, strata, surfaceY } from "./props/strata.ts";

export const cover: Scene = {
  labels: [],
  elevation: () => 0,
  draw(at) {
    const { size, palette } = at;
    const land = coverLand(size);
    const x = headframeX(size);
    const grains = seamGrains(at, land);
    return {
      grains,
      shapes: [
        ...sky(land.horizon, size, palette),
        ...headframe(x, surfaceY(x, land, size) + 2, headframeHeight(size), palette),
        ...strata(land, size, palette),
        ...mineShaft(x, surfaceY(x, land, size), seamTop(x, land, size), headframeHeight(size), 0, palette),
        sparkles(grains, at, 0.95),
      ],
    };
  },
};
