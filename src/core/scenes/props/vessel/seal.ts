import { clamp } from "../../../lib/math.ts";
import type { Palette, Shape } from "../../../model/picture.ts";
import { rectMark, textMark } from "../../../picture/marks.ts";
import { textWidth } from "../../../picture/text.ts";
import { HEIGHTS } from "./geometry.ts";
import type { VesselStage } from "./layout.ts";

export function drawGoalSeal(
  at: VesselStage,
  text: string,
  { textRural }: Palette,
  opacity: number,
  name?: { readonly text: string; readonly size: number },
): readonly Shape[] {
  const size = clamp(at.unit * 0.1, Math.min(at.type, 12), at.type * 1.1);
  const [width, height] = [textWidth(text, size) + size, size * 1.5];
  const y = at.ground - at.unit * (HEIGHTS.rim + 0.06) - height;
  const middle = { x: at.cx, anchor: "middle", fill: textRural, opacity } as const;
  return [
    rectMark({
      key: "ding:seal",
      x: at.cx - width / 2,
      y,
      width,
      height,
      stroke: textRural,
      strokeWidth: 1.2,
      radius: 2,
      dash: "4 3",
      opacity,
    }),
    textMark({ key: "ding:goal", text, ...middle, y: y + height / 2, baseline: "middle", size }),
    ...(name === undefined
      ? []
      : [textMark({ key: "ding:name:1", ...name, ...middle, y: y - name.size * 0.42, face: "song" })]),
  ];
}
