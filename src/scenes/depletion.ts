import { shaft } from "../motifs/headframe.ts";
import { props } from "../motifs/props.ts";
import { type Lie, seamTop, strata, surface } from "../motifs/strata.ts";
import { eachGrain } from "../picture/grains.ts";
import { mixRgb } from "../picture/colour.ts";
import { span } from "../picture/ease.ts";
import type { Grain, Moment, Scene } from "../picture/model.ts";
import { stream } from "../picture/random.ts";
import { headframeHeight, seamGrains, shaftX } from "./cover.ts";
import { label, labelSize } from "./label.ts";
import { seamLand } from "./seam.ts";

/** When each grain goes hollow, 0–1 of the act; those past 1 keep their ember: mining had not ended. */
const GOES: readonly number[] = (() => {
  const random = stream("depletion");
  return eachGrain(() => random() * 1.12);
})();

/** The worked seam at `act` 0–1 of its depletion, grain by grain. */
export function workedSeam(at: Moment, land: Lie, act: number): readonly Grain[] {
  return seamGrains(at, land).map((grain, index) => {
    const moment = GOES[index] ?? 2;
    const gone = moment > 1 ? 0 : span(act, moment * 0.94, moment * 0.94 + 0.06);
    return {
      ...grain,
      opacity: moment > 1 ? 1 : grain.opacity,
      hollow: gone,
      fill: mixRgb(moment > 1 ? at.palette.ember : grain.fill, mixRgb(at.palette.ground, at.palette.muted, 0.55), gone),
    };
  });
}

export const depletion: Scene = {
  words: ["left"],
  ground: () => 0,
  draw(at) {
    const { act, size, box, palette, word } = at;
    const land = seamLand(size, box, 0.36, 0.12);
    const grains = workedSeam(at, land, act);
    const type = labelSize(size) * 1.3;
    const lit = grains.filter(
      (grain, index) => (GOES[index] ?? 0) > 1 && grain.x > size.width * 0.2 && grain.x < size.width * 0.6,
    );
    const { x, y, r } = lit.reduce((high, grain) => (grain.y < high.y ? grain : high), lit[0] ?? { x: 0, y: 0, r: 0 });
    const here = span(act, 0.8, 1);
    const foot = land.horizon + land.seam * size.height - type * 2.2;
    return {
      grains,
      shapes: [
        ...strata(land, size, palette),
        ...shaft(
          shaftX(size),
          surface(shaftX(size), land, size),
          seamTop(shaftX(size), land, size),
          headframeHeight(size),
          1,
          palette,
        ),
        ...props(land, size, palette, act),
        {
          kind: "line",
          key: "depletion:left:line",
          opacity: here,
          x1: x,
          y1: foot + type * 0.5,
          x2: x,
          y2: y - r - 1.5,
          stroke: palette.ember,
          width: 1,
        },
        label({
          key: "depletion:left",
          opacity: here,
          x,
          y: foot,
          text: word("left"),
          size: type,
          fill: palette.textEmber,
          role: "note",
        }),
      ],
    };
  },
};
