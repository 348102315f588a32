import { blend, clamp } from "../picture/ease.ts";
import type { Rgb, Size, Text } from "../picture/model.ts";

/** Type size, px, between `phone` and `desk` as the stage grows; one px less on the narrowest stages, never below 11. */
export function lettering(size: Size, phone: number, desk: number): number {
  const room = Math.min(size.width, size.height * 1.3);
  return Math.max(11, blend(phone, desk, clamp((room - 360) / 520)) - (size.width < 340 ? 1 : 0));
}

type Manner = Partial<Pick<Text, "anchor" | "face" | "role" | "opacity" | "fact">>;

/** A text mark with its baseline at (x, y): a sans label from the left unless told otherwise. */
export function letters(
  key: string,
  text: string,
  [x, y]: readonly [x: number, y: number],
  size: number,
  fill: Rgb,
  manner: Manner = {},
): Text {
  return {
    kind: "text",
    key,
    text,
    x,
    y,
    size,
    fill,
    face: "sans",
    anchor: "start",
    role: "label",
    opacity: 1,
    ...manner,
  };
}
