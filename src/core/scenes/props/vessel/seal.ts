import { clamp } from "../../../lib/math.ts";
import type { Palette, Shape } from "../../../model/picture.ts";
import { rectMark, textMark } from "../../../picture/marks.ts";
import { textWidth } from "../../../picture/text.ts";
import { HEIGHTS } from "./geometry.ts";
import type { VesselStage } from "./layout.ts";

export function drawGoalSeal(at: VesselStage, text: string, { textRural }: Palette, opacity: number): readonly Shape[] {
  const size = clamp(at.unit * 0.1, Math.min(at.type, 12), at.type * 1.1);
  const [width, height] = [textWidth(text, size) + size, size * 1.5];
  const y = at.ground - at.unit * (HEIGHTS.rim + 0.06) - height;
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
    textMark({
      key: "ding:goal",
      text,
      x: at.cx,
      y: y + height / 2,
      baseline: "middle",
      anchor: "middle",
      size,
      fill: textRural,
      opacity,
    }),
  ];
}
