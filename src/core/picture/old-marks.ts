import type { Rgb } from "../lib/color.ts";
import { clamp, lerp } from "../lib/math.ts";
import type { Box, PathMark, RectMark, Shape, Size, TextMark } from "../model/picture.ts";
import { textBox } from "./text.ts";

/**
 * Font size between `phone` and `desk` px by the size of the stage; 1 px less below 340 px of width, never below 11.
 */
export function typeSize(size: Size, phone: number, desk: number): number {
  const room = Math.min(size.width, size.height * 1.3);
  return Math.max(11, lerp(phone, desk, clamp((room - 360) / 520)) - (size.width < 340 ? 1 : 0));
}

type Manner = Partial<Pick<TextMark, "anchor" | "face" | "role" | "opacity" | "fact">>;

export function textMark(
  key: string,
  text: string,
  [x, y]: readonly [x: number, y: number],
  size: number,
  fill: Rgb,
  manner: Manner = {},
): TextMark {
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

/** A text over a patch of background colour behind the grains, which clears the hatching around it, as on a map. */
export function textWithPatch(text: TextMark, ground: Rgb): readonly Shape[] {
  const { x, y, width, height } = textBox(text);
  const air = text.size * 0.22;
  const patch: RectMark = {
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

type Cut = Partial<Pick<PathMark, "dash" | "fill" | "layer" | "opacity">>;

export function pathMark(key: string, d: string, stroke: Rgb | null, width: number, cut: Cut = {}): PathMark {
  return { kind: "path", key, d, stroke, strokeWidth: width, fill: null, opacity: 1, layer: "back", ...cut };
}

export function withOpacity(path: PathMark, presence: number): PathMark {
  return presence === 1 ? path : { ...path, opacity: path.opacity * presence };
}

/**
 * Circle as closed path data, px; `sweep` 0 reverses it, to cut a hole. The radii are too small on purpose: SVG scales
 * such arcs up to fit, whereas radii rounded apart from the end points would give a lens.
 */
export function circlePath(x: number, y: number, r: number, sweep: 0 | 1 = 1): string {
  return `M${x - r} ${y}A0.1 0.1 0 1 ${sweep} ${x + r} ${y}A0.1 0.1 0 1 ${sweep} ${x - r} ${y}Z`;
}

/**
 * Path data of 45° hatching that leans right, clipped to the box; `pitch` is the distance along the bottom edge, px.
 */
export function hatchPath({ x, y, width, height }: Box, pitch: number): string {
  const foot = y + height;
  let d = "";
  for (let start = x - height + pitch / 2; start < x + width; start += pitch) {
    const from = Math.max(start, x);
    const to = Math.min(start + height, x + width);
    if (to > from) d += `M${from} ${foot - (from - start)}L${to} ${foot - (to - start)}`;
  }
  return d;
}
