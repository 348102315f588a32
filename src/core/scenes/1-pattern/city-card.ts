import { mixRgb } from "../../lib/color.ts";
import type { Box, Palette, Shape } from "../../model/picture.ts";
import { rectMark, textMark } from "../../picture/marks.ts";
import { onPaper } from "../../picture/palette.ts";
import { textWidth } from "../../picture/text.ts";

const [INSET, TAB] = [4, 12];

/** Draws a card set apart from its picture: darker than the background, or lighter on paper. */
export function contextCard(key: string, box: Box, title: string, type: number, palette: Palette): readonly Shape[] {
  const { x, y, width, height } = box;
  const { background, muted, textEmber } = palette;
  const fill = onPaper(palette) ? mixRgb(background, [255, 255, 255], 0.6) : mixRgb(background, [0, 0, 0], 0.32);
  const paint = { fill, stroke: muted, strokeWidth: 1.4 };
  return [
    rectMark({ key, ...box, ...paint }),
    rectMark({
      key: `${key}:rule`,
      x: x + INSET,
      y: y + INSET,
      width: width - 2 * INSET,
      height: height - 2 * INSET,
      stroke: muted,
      strokeWidth: 0.8,
      opacity: 0.5,
    }),
    rectMark({
      key: `${key}:tab`,
      x: x + TAB,
      y: y - type * 0.8,
      width: textWidth(title, type) + type * 1.2,
      height: type * 1.6,
      ...paint,
    }),
    textMark({
      key: `${key}:title`,
      text: title,
      x: x + TAB + type * 0.6,
      y,
      baseline: "middle",
      size: type,
      fill: textEmber,
    }),
  ];
}
