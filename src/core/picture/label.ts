import type { Rgb } from "../lib/color.ts";
import { clamp } from "../lib/math.ts";
import type { Size, TextMark } from "../model/picture.ts";

/** Size of a label on the picture, px: 12 on a phone, 23 on a desk; a stage wider than high has room beside what is named. */
export function labelSize(size: Size): number {
  return clamp(Math.min(size.width * 0.036, size.height * (size.width > size.height * 1.2 ? 0.036 : 0.032)), 12, 23);
}

interface Labelled {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  /** Baseline, px. */
  readonly y: number;
  readonly size: number;
  readonly fill: Rgb;
  readonly anchor?: TextMark["anchor"];
  readonly face?: TextMark["face"];
  readonly role?: TextMark["role"];
  readonly opacity?: number;
}

/** A label: sans, centred, in full unless told otherwise. */
export function labelMark({
  anchor = "middle",
  face = "sans",
  role = "label",
  opacity = 1,
  ...rest
}: Labelled): TextMark {
  return { kind: "text", anchor, face, role, opacity, ...rest };
}
