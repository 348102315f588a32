import { mixRgb } from "../../lib/color.ts";
import type { Box, Palette, RectMark, Shape } from "../../model/picture.ts";
import { textMark } from "../../picture/old-marks.ts";
import { onPaper } from "../../picture/palette.ts";
import { textWidth } from "../../picture/text.ts";

/**
 * Draws a card set apart from its picture: darker than the background, or lighter on paper, with a double rule and its
 * title (`type` px) in the upper edge.
 */
export function contextCard(key: string, box: Box, title: string, type: number, colours: Palette): readonly Shape[] {
  const { x, y, width, height } = box;
  const [tint, share] = onPaper(colours) ? ([[255, 255, 255], 0.6] as const) : ([[0, 0, 0], 0.32] as const);
  const fill = mixRgb(colours.background, tint, share);
  const base = { kind: "rect", opacity: 1, fill, stroke: colours.muted, strokeWidth: 1.4 } as const;
  const rule: RectMark = { ...base, ...inset(box, 4), key: `${key}:rule`, fill: null, strokeWidth: 0.8, opacity: 0.5 };
  const tab = textWidth(title, type) + type * 1.2;
  return [
    { ...base, key, x, y, width, height },
    rule,
    { ...base, key: `${key}:tab`, x: x + 12, y: y - type * 0.8, width: tab, height: type * 1.6 },
    textMark(`${key}:title`, title, [x + 12 + type * 0.6, y + type * 0.36], type, colours.textEmber),
  ];
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}
