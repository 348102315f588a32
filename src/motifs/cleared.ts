import type { Rect, Rgb, Shape, Text } from "../picture/model.ts";
import { textBox } from "../picture/text.ts";

/** A label with the engraving cut away around it, as on a map: a patch of bare ground behind the grains, then the text. */
export function cleared(text: Text, ground: Rgb): readonly Shape[] {
  const { x, y, width, height } = textBox(text);
  const air = text.size * 0.22;
  const patch: Rect = {
    kind: "rect",
    key: `${text.key}:ground`,
    opacity: text.opacity,
    layer: "back",
    x: x - air,
    y: y - air * 0.4,
    width: width + 2 * air,
    height: height + air * 0.8,
    fill: ground,
    stroke: null,
    strokeWidth: 0,
    radius: height / 2,
  };
  return [patch, text];
}
