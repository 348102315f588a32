import type { Rgb } from "../lib/color.ts";
import { clamp } from "../lib/math.ts";
import type { Size, TextMark } from "../model/picture.ts";

/**
 * Font size of a label, 12 px on a phone to 23 px on a desktop. Wide stages get larger type for their height, since
 * labels fit beside the marks.
 */
export function labelSize(size: Size): number {
  return clamp(Math.min(size.width * 0.036, size.height * (size.width > size.height * 1.2 ? 0.036 : 0.032)), 12, 23);
}

interface Labelled {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: Rgb;
  readonly anchor?: TextMark["anchor"];
  readonly face?: TextMark["face"];
  readonly role?: TextMark["role"];
  readonly opacity?: number;
}

export function labelMark({
  anchor = "middle",
  face = "sans",
  role = "label",
  opacity = 1,
  ...rest
}: Labelled): TextMark {
  return { kind: "text", anchor, face, role, opacity, ...rest };
}
