import type { Picture, TextMark } from "../../src/core/model/picture.ts";

/** Moments of a step at which its texts are looked at: the first before its entry, two in it, the others of its action and at rest. */
export const MOMENTS = [0.1, 0.2, 0.28, 0.36, 0.45, 0.55, 0.65, 0.75, 0.86, 0.9, 1];

/** Texts that a reader can see. */
export function seen(picture: Picture): readonly TextMark[] {
  return picture.shapes.filter((shape): shape is TextMark => shape.kind === "text" && shape.opacity > 0.3);
}
