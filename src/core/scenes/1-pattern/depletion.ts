import { linearStep } from "../../lib/math.ts";
import type { Scene } from "../../model/picture.ts";
import { labelMark, labelSize } from "../../picture/label.ts";
import { mineShaft } from "../props/headframe.ts";
import { GOES, headframeHeight, headframeX, seamLand, workedSeam } from "../props/mine.ts";
import { seamTop, strata, surfaceY } from "../props/strata.ts";
import { pitProps } from "./depletion-pit-props.ts";

export const depletion: Scene = {
  labels: ["left"],
  elevation: () => 0,
  draw(at) {
    const { t, size, box, palette, label } = at;
    const land = seamLand(size, box, 0.36, 0.12);
    const grains = workedSeam(at, land, t);
    const type = labelSize(size) * 1.3;
    const lit = grains.filter(
      (grain, index) => (GOES[index] ?? 0) > 1 && grain.x > size.width * 0.2 && grain.x < size.width * 0.6,
    );
    const { x, y, r } = lit.reduce((high, grain) => (grain.y < high.y ? grain : high), lit[0] ?? { x: 0, y: 0, r: 0 });
    const here = linearStep(t, 0.8, 1);
    const foot = land.horizon + land.seam * size.height - type * 2.2;
    return {
      grains,
      shapes: [
        ...strata(land, size, palette),
        ...mineShaft(
          headframeX(size),
          surfaceY(headframeX(size), land, size),
          seamTop(headframeX(size), land, size),
          headframeHeight(size),
          1,
          palette,
        ),
        ...pitProps(land, size, palette, t),
        {
          kind: "line",
          key: "depletion:left:line",
          opacity: here,
          x1: x,
          y1: foot + type * 0.5,
          x2: x,
          y2: y - r - 1.5,
          stroke: palette.ember,
          strokeWidth: 1,
        },
        labelMark({
          key: "depletion:left",
          opacity: here,
          x,
          y: foot,
          text: label("left"),
          size: type,
          fill: palette.textEmber,
          role: "note",
        }),
      ],
    };
  },
};
