import { strip } from "../formations/strip.ts";
import { headframe } from "../motifs/headframe.ts";
import { sky } from "../motifs/sky.ts";
import { seamTop, SEAM_THICKNESS, strata, surface } from "../motifs/strata.ts";
import { mixRgb } from "../picture/colour.ts";
import { eachGrain } from "../picture/grains.ts";
import type { Grain, Moment, Scene, Size } from "../picture/model.ts";
import { stream } from "../picture/random.ts";
import { grainRadius, sized } from "./grain.ts";

/** Where the ground begins on the cover, y in px: low enough for the title to stand in the sky. */
export function coverHorizon(size: Size): number {
  return size.height * (size.width > size.height ? 0.5 : 0.6);
}

const GLINT: readonly number[] = (() => {
  const random = stream("glint");
  return eachGrain(() => random());
})();

/** The full seam below a horizon: every grain an ember, a few of them glinting. Shared by the first three pictures. */
export function seamGrains({ size, palette }: Moment, horizon: number): readonly Grain[] {
  const places = strip(size.width * 0.015, size.width * 0.97, SEAM_THICKNESS * size.height, (x) => seamTop(x, horizon, size));
  const r = grainRadius(size) * 0.92;
  const dim = mixRgb(palette.ground, palette.ember, 0.55);
  return eachGrain((index) => {
    const { x, y } = places[index] ?? { x: 0, y: 0 };
    const glint = GLINT[index] ?? 0;
    return { x, y, r: sized(index, r), fill: mixRgb(dim, palette.ember, glint > 0.8 ? 1 : glint * 0.7), opacity: 1, hollow: 0 };
  });
}

export const cover: Scene = {
  words: [],
  ground: () => 0,
  draw(at) {
    const { size, palette } = at;
    const horizon = coverHorizon(size);
    const x = size.width * 0.8;
    const height = Math.min(size.height * 0.24, size.width * 0.3);
    return {
      grains: seamGrains(at, horizon),
      shapes: [...sky(horizon, size), ...headframe(x, surface(x, horizon, size) + 2, height, palette), ...strata(horizon, size, palette)],
    };
  },
};
