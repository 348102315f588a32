import { mixRgb } from "../../../src/core/lib/color.ts";
import { GRAIN_COUNT, mapGrains, SIZE_JITTER } from "../../../src/core/picture/grains.ts";
import type { HarbourScene } from "./palette.ts";
import { sea, tower } from "./sea.ts";

const ACROSS = 40;

/** A lighthouse by night. All grains lie on the water as the light's glitter. */
export const lighthouse: HarbourScene = {
  labels: [],
  elevation: () => 0,
  draw({ size, palette }) {
    const { width, height } = size;
    const surface = height * 0.7;
    return {
      grains: mapGrains((index) => {
        const [row, place, scale] = [Math.floor(index / ACROSS), index % ACROSS, SIZE_JITTER[index] ?? 1];
        const x = width * (0.03 + (0.94 * (place + (row % 2 === 0 ? 0.25 : 0.75))) / ACROSS);
        const y = surface + height * (0.05 + (0.2 * row) / (GRAIN_COUNT / ACROSS));
        return { x, y, r: 3.2 * scale, fill: mixRgb(palette.layer, palette.ember, scale - 0.3), opacity: 1, hollow: 0 };
      }),
      shapes: [
        ...tower(width * 0.8, surface, Math.min(height * 0.24, width * 0.34), 1, palette),
        ...sea(surface, size, palette),
      ],
    };
  },
};
