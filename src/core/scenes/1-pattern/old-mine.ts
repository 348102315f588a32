import { min } from "d3-array";
import { linearStep, smoothstep } from "../../lib/math.ts";
import type { LayoutContext, SceneContext, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { ruleMark, textMark } from "../../picture/marks.ts";
import { defineScene } from "../../picture/scene.ts";
import { coverLand, drawMine, headframeHeight, headframeX, mixLand, seamLand } from "../props/mine.ts";
import { seamTop, surfaceY } from "../props/strata.ts";

const BEATS = {
  sink: beat(0, 1, smoothstep),
  name: stagger(0.18, 0.42, 0.58),
};

const MARK = { length: 14, gap: 6, nameGap: 28 };

function layout({ size, box }: LayoutContext) {
  const end = seamLand(size, box);
  const shaft = headframeX(size);
  // The names share the rock over the seam; the deepest takes about a third of it.
  const roof = min([0.25, 0.5, 0.75, 1], (k) => seamTop(shaft * k, end, size)) ?? 0;
  const largest = Math.max(28, Math.min((roof - box.y) * 0.36, (shaft - box.x) * 0.29));
  const [smallest, middle] = [Math.max(16, largest * 0.4), Math.max(16, largest * 0.6)];
  const [high, low] = [box.y + smallest * 0.6, roof - largest * 0.72];
  const names = [
    { id: "province", type: smallest, y: high },
    // As far below the upper name as above the lower one.
    { id: "city", type: middle, y: (high + smallest / 2 + low - largest / 2) / 2 },
    { id: "district", type: largest, y: low },
  ];
  return { start: coverLand(size), end, shaft, names };
}

type Layout = ReturnType<typeof layout>;

function drawNames({ shaft, names }: Layout, { t, palette, label }: SceneContext): readonly Shape[] {
  const x = shaft - MARK.gap;
  return names.flatMap(({ id, type, y }, k): readonly Shape[] => {
    const shown = BEATS.name(t, k);
    return [
      ruleMark({
        key: `seam:mark:${k}`,
        opacity: shown,
        x1: x,
        y1: y,
        x2: x - MARK.length * shown,
        y2: y,
        stroke: palette.ember,
        strokeWidth: 1.6,
      }),
      textMark({
        key: `seam:name:${k}`,
        opacity: shown,
        text: label(id),
        x: shaft - MARK.nameGap,
        y,
        baseline: "middle",
        size: type,
        face: "song",
        anchor: "end",
        fill: id === "district" ? palette.textEmber : palette.ink,
      }),
    ];
  });
}

/** The view sinks down the shaft with the lift cage, past three nested place names, the last of them at the seam. */
export const oldMine = defineScene({
  labels: ["province", "city", "district"],
  elevation: () => 0,
  beats: BEATS,
  layout,
  draw(places, at) {
    const { size, box } = at;
    const sunk = BEATS.sink(at.t);
    const land = mixLand(places.start, places.end, sunk);
    const height = headframeHeight(size);
    // The headframe fades before it reaches the title.
    const headframeOpacity = linearStep(surfaceY(places.shaft, land, size), box.y + 0.4 * height, box.y + height);
    const { grains, shapes } = drawMine(at, land, sunk, headframeOpacity);
    return { grains, shapes: [...shapes, ...drawNames(places, at)] };
  },
});
