import { least } from "d3-array";
import type { LayoutContext, SceneContext, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { ruleMark, textMark } from "../../picture/marks.ts";
import { defineScene } from "../../picture/scene.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { mineShaft } from "../props/headframe.ts";
import { placeSeam, placeShaft, seamLand, staysLit, workedSeam } from "../props/mine.ts";
import { strata } from "../props/strata.ts";
import { PIT_PROPS, pitProps } from "./depletion-pit-props.ts";

const BEATS = {
  // Raised one by one from the left while the grains go hollow.
  prop: stagger(1 / PIT_PROPS, 0, 1 / PIT_PROPS),
  label: beat(0.8, 1),
};

/** Part of the stage's width, left of the shaft, in which the label points at a grain. */
const POINTED = { from: 0.2, to: 0.6 };

function layout({ size, box }: LayoutContext) {
  const land = seamLand(size, box, 0.36, 0.12);
  const type = typeSize(size, "display");
  const lit = placeSeam(size, land).filter(
    ({ x }, index) => staysLit(index) && x > size.width * POINTED.from && x < size.width * POINTED.to,
  );
  return {
    land,
    shaft: placeShaft(land, size),
    type,
    target: least(lit, ({ y }) => y),
    labelY: land.horizon + land.seam * size.height - type * 2.2,
  };
}

type Layout = ReturnType<typeof layout>;

function drawLabel({ target, labelY, type }: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  if (target === undefined) return [];
  const { x, y, r } = target;
  const opacity = BEATS.label(t);
  return [
    ruleMark({
      key: "depletion:left:line",
      opacity,
      x1: x,
      y1: labelY + type * 0.5,
      x2: x,
      y2: y - r - 1.5,
      stroke: palette.ember,
    }),
    textMark({
      key: "depletion:left",
      opacity,
      text: label("left"),
      x,
      y: labelY,
      size: type,
      anchor: "middle",
      fill: palette.textEmber,
      role: "note",
    }),
  ];
}

/** The grains of the seam go hollow one by one in no order; some stay lit. */
export const depletion = defineScene({
  labels: ["left"],
  elevation: () => 0,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { t, size, palette } = at;
    const { land, shaft } = places;
    return {
      grains: workedSeam(at, land, t),
      shapes: [
        ...strata(land, size, palette),
        ...mineShaft(shaft.x, shaft.mouth, shaft.bottom, shaft.height, 1, palette),
        pitProps(land, size, palette, (k) => BEATS.prop(t, k)),
        ...drawLabel(places, at),
      ],
    };
  },
});
