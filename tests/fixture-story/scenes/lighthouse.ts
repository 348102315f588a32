import { mixRgb } from "../../../src/core/lib/color.ts";
import type { Scene } from "../../../src/core/model/picture.ts";
import { mapGrains, SIZE_JITTER } from "../../../src/core/picture/grains.ts";
import { seamLayout } from "../../../src/core/scenes/props/seam.ts";
import { sea, tower } from "./sea.ts";

/** A lighthouse by night. All grains lie on the water as the light's glitter. */
export const lighthouse: Scene = {
  labels: [],
  elevation: () => 0,
  draw({ size, palette }) {
    const { width, height } = size;
    const surface = height * 0.7;
    const places = seamLayout(width * 0.03, width * 0.94, height * 0.2, () => surface + height * 0.05);
    return {
      grains: mapGrains((index) => {
        const { x, y } = places[index] ?? { x: 0, y: surface };
        const size = SIZE_JITTER[index] ?? 1;
        return { x, y, r: 3.2 * size, fill: mixRgb(palette.layer, palette.ember, size - 0.3), opacity: 1, hollow: 0 };
      }),
      shapes: [
        ...tower(width * 0.8, surface, Math.min(height * 0.24, width * 0.34), 1, palette),
        ...sea(surface, size, palette),
      ],
    };
  },
};
