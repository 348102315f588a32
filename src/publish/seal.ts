import { letters } from "../motifs/lettering.ts";
import type { Palette, Shape } from "../picture/model.ts";

/** A chapter's numeral as a red seal, `side` px square, its upper left corner at (x, y). */
export function seal(
  numeral: string,
  [x, y]: readonly [x: number, y: number],
  side: number,
  { textRed, ground }: Palette,
): readonly Shape[] {
  return [
    {
      kind: "rect",
      key: "seal",
      opacity: 1,
      x,
      y,
      width: side,
      height: side,
      fill: textRed,
      stroke: null,
      strokeWidth: 0,
      radius: side * 0.06,
    },
    letters("seal:numeral", numeral, [x + side / 2, y + side * 0.765], side * 0.74, ground, {
      face: "song",
      anchor: "middle",
    }),
  ];
}
