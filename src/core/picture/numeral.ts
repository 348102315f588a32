import type { Rgb } from "../lib/color.ts";
import type { Shape } from "../model/picture.ts";
import { textMark } from "./marks.ts";
import { textWidth } from "./text.ts";

/** Size of what stands round a loud figure of `size` px, px: small, yet to be read. */
function quietSize(size: number): number {
  return Math.max(12, size * 0.25);
}

/** A printed fact taken apart: 「约」, 「374」, 「万元」. Empty strings where a part is missing. */
export function splitNumber(text: string): readonly [before: string, figure: string, after: string] {
  const [, before = "", figure = "", after = ""] = /^(\D*)([\d.]*)(.*)$/su.exec(text) ?? [];
  return [before, figure, after];
}

/** Width of `text` set with a figure of `size` px, px. */
export function numeralWidth(text: string, size: number): number {
  const [before, figure, after] = splitNumber(text);
  return textWidth(before + after, quietSize(size)) + textWidth(figure, size, "song") + 1;
}

/** The largest size at which `text` fits `width` px, between `smallest` and `largest`. */
export function numeralSize(text: string, width: number, largest: number, smallest = 24): number {
  const [before, figure, after] = splitNumber(text);
  const [loud, quiet] = [textWidth(figure, 1, "song"), textWidth(before + after, 1)];
  const fits = Math.min((width - 1 - quiet * 12) / loud, (width - 1) / (loud + quiet * 0.25));
  return Math.max(smallest, Math.min(largest, fits));
}

/** A loud figure in the Song face with its small unit, baseline at y, from x to the right. `shown` is the figure printed in its place while it counts. */
export function drawNumeral(
  key: string,
  text: string,
  [x, y]: readonly [x: number, y: number],
  size: number,
  { loud, quiet }: { readonly loud: Rgb; readonly quiet: Rgb },
  opacity = 1,
  shown?: string,
): readonly Shape[] {
  const [before, figure, after] = splitNumber(text);
  const small = quietSize(size);
  const from = x + textWidth(before, small);
  return [
    ...(before === "" ? [] : [textMark(`${key}:before`, before, [x, y], small, quiet, { role: "unit", opacity })]),
    textMark(`${key}:figure`, shown ?? figure, [from, y], size, loud, { face: "song", role: "value", opacity }),
    ...(after === ""
      ? []
      : [
          textMark(`${key}:unit`, after, [from + textWidth(figure, size, "song") + 1, y], small, quiet, {
            role: "unit",
            opacity,
          }),
        ]),
  ];
}
