import { strata } from "../motifs/strata.ts";
import { eachGrain } from "../picture/grains.ts";
import { mixRgb } from "../picture/colour.ts";
import { span } from "../picture/ease.ts";
import type { Grain, Moment, Scene } from "../picture/model.ts";
import { stream } from "../picture/random.ts";
import { seamGrains } from "./cover.ts";
import { seamHorizon } from "./seam.ts";

/** When each grain goes hollow, 0–1 of the act; those past 1 keep their ember: mining had not ended. */
const GOES: readonly number[] = (() => {
  const random = stream("depletion");
  return eachGrain(() => random() * 1.12);
})();

/** The worked seam at `act` 0–1 of its depletion, grain by grain. */
export function workedSeam(at: Moment, horizon: number, act: number): readonly Grain[] {
  return seamGrains(at, horizon).map((grain, index) => {
    const moment = GOES[index] ?? 2;
    const gone = moment > 1 ? 0 : span(act, moment * 0.94, moment * 0.94 + 0.06);
    return { ...grain, hollow: gone, fill: mixRgb(moment > 1 ? at.palette.ember : grain.fill, mixRgb(at.palette.ground, at.palette.muted, 0.55), gone) };
  });
}

export const depletion: Scene = {
  words: ["left"],
  ground: () => 0,
  draw(at) {
    const { act, size, box, palette, word } = at;
    const horizon = seamHorizon(size, box);
    return {
      grains: workedSeam(at, horizon, act),
      shapes: [
        ...strata(horizon, size, palette),
        {
          kind: "text", key: "depletion:left", opacity: span(act, 0.8, 1), x: box.x, y: box.y + box.height * 0.16, text: word("left"),
          size: 15, face: "sans", anchor: "start", fill: palette.muted, role: "note",
        },
      ],
    };
  },
};
