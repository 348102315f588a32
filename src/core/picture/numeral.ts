import type { Rgb } from "../lib/color.ts";
import type { Shape } from "../model/picture.ts";
import { textMark } from "./marks.ts";
import { textWidth } from "./text.ts";

function quietSize(size: number): number {
  return Math.max(12, size * 0.25);
}

/** Splits a printed fact, e.g. into 「约」, 「374」, 「万元」; missing parts are empty. */
export function splitNumber(text: string): readonly [before: string, figure: string, after: string] {
  const [, before = "", figure = "", after = ""] = /^(\D*)([\d.]*)(.*)$/su.exec(text) ?? [];
  return [before, figure, after];
}

export function numeralWidth(text: string, size: number): number {
  const [before, figure, after] = splitNumber(text);
  return textWidth(before + after, quietSize(size)) + textWidth(figure, size, "song") + 1;
}

/** Returns the largest size, px, at which `text` fits `width`; `smallest` even if it does not. */
export function numeralSize(text: string, width: number, largest: number, smallest = 24): number {
  const [before, figure, after] = splitNumber(text);
  const [loud, quiet] = [textWidth(figure, 1, "song"), textWidth(before + after, 1)];
  const fits = Math.min((width - 1 - quiet * 12) / loud, (width - 1) / (loud + quiet * 0.25));
  return Math.max(smallest, Math.min(largest, fits));
}

/** Draws from (x, y) on the baseline. `shown` replaces the figure while it counts up; the layout is that of `text`. */
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
  const common = { y, opacity };
  const unit = { ...common, size: small, fill: quiet, role: "unit" } as const;
  const end = from + textWidth(figure, size, "song") + 1;
  return [
    ...(before === "" ? [] : [textMark({ ...unit, key: `${key}:before`, text: before, x })]),
    textMark({
      ...common,
      key: `${key}:figure`,
      text: shown ?? figure,
      x: from,
      size,
      fill: loud,
      face: "song",
      role: "value",
    }),
    ...(after === "" ? [] : [textMark({ ...unit, key: `${key}:unit`, text: after, x: end })]),
  ];
}
