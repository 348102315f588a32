import { strip } from "../formations/strip.ts";
import { eachGrain } from "../picture/grains.ts";
import type { Scene } from "../picture/model.ts";
import { grainRadius, sized } from "./grain.ts";

export const ding: Scene = {
  words: [],
  ground: () => 0.97,
  draw({ size, box, palette }) {
    const places = strip(box.x, box.width, box.height * 0.2, () => box.y + box.height * 0.7);
    return {
      grains: eachGrain((index) => ({ x: places[index]?.x ?? 0, y: places[index]?.y ?? 0, r: sized(index, grainRadius(size)), fill: palette.ember, opacity: 1, hollow: 0 })),
      shapes: [],
    };
  },
};
