import { range } from "d3-array";
import { lerp } from "../../lib/math.ts";
import type { Box, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { pathMark, rectMark, textMark } from "../../picture/marks.ts";
import { drawNumeral, numeralSize, numeralWidth } from "../../picture/numeral.ts";
import { segments } from "../../picture/path.ts";
import { textWidth } from "../../picture/text.ts";

/** Heights of the loans' name, their bar, the average's name, its row and a remark under it, in notes' type. */
const EM = { name: 1.6, bar: 1.8, caption: 1.9, row: 2.6, remark: 1.3 } as const;

export function loansHeight(narrow: boolean): number {
  return EM.name + EM.bar + EM.caption + EM.row + (narrow ? EM.remark : 0);
}

/** A bar for all loans, to be cut into a slice for each of `n` firms, and a row for one firm with its slice. */
interface Loans {
  readonly name: Point;
  readonly bar: Box;
  readonly n: number;
  readonly slice: number;
  /** Places of the firm's grain and of its slice in the row. */
  readonly grain: Point;
  readonly stands: Point;
  readonly caption: Point;
  readonly number: Point & { readonly size: number; readonly text: string };
  readonly remark: Point;
  readonly type: number;
}

/** In a `narrow` box the remark stands under the number, else beside it. */
export function layLoans(
  box: Box,
  narrow: boolean,
  { n, type, r, text }: { readonly n: number; readonly type: number; readonly r: number; readonly text: string },
): Loans {
  const unit = box.height / loansHeight(narrow);
  const bar = { x: box.x, y: box.y + EM.name * unit, width: box.width, height: EM.bar * unit };
  const row = bar.y + bar.height + EM.caption * unit;
  const middle = row + (EM.row * unit) / 2;
  const slice = bar.width / n;
  const grain = { x: box.x + r + 1, y: middle };
  const stands = { x: grain.x + r * 2 + 3, y: middle - bar.height / 2 };
  const left = stands.x + slice + type * 0.9;
  const room = box.x + box.width - left - (narrow ? 0 : type * 6);
  const size = numeralSize(text, room, EM.row * unit * 0.98, 18);
  const base = middle + size * 0.35;
  return {
    name: { x: box.x, y: bar.y - unit * 0.5 },
    bar,
    n,
    slice,
    grain,
    stands,
    caption: { x: box.x, y: row - unit * 0.35 },
    number: { x: left, y: base, size, text },
    remark: narrow
      ? { x: box.x, y: box.y + box.height - unit * 0.2 }
      : { x: left + numeralWidth(text, size) + type * 0.6, y: base },
    type,
  };
}

interface Moment {
  readonly shown: number;
  readonly cut: number;
  readonly moved: number;
  readonly said: number;
}

export function drawLoans(
  { name, bar, n, slice, stands, caption, number, remark, type }: Loans,
  { shown, cut, moved, said }: Moment,
  { fact, label }: LayoutContext,
  { textEmber, background, ink, muted, textRed }: Palette,
): readonly Shape[] {
  const cuts = range(1, Math.floor(n * cut)).map((k) => {
    const x = bar.x + k * slice;
    return [
      { x, y: bar.y },
      { x, y: bar.y + bar.height },
    ] as const;
  });
  const loans = fact("loans").text;
  const own = { width: slice, height: bar.height, fill: textEmber, strokeWidth: 0 };
  return [
    textMark({ key: "firms:loans", text: label("loans"), ...name, size: type, fill: ink, opacity: shown }),
    ...drawNumeral(
      "firms:loans",
      loans,
      [name.x + textWidth(label("loans"), type) + type * 0.4, name.y],
      type * 1.3,
      { loud: textRed, quiet: ink },
      shown,
    ),
    rectMark({
      key: "firms:bar",
      ...bar,
      // The slice that is taken out leaves a gap at the end.
      width: bar.width - (moved > 0 ? slice : 0),
      fill: textEmber,
      strokeWidth: 0,
      layer: "back",
      opacity: shown,
    }),
    pathMark({
      key: "firms:cuts",
      d: segments(cuts),
      stroke: background,
      strokeWidth: Math.max(0.5, slice * 0.24),
      layer: "back",
      opacity: shown,
    }),
    rectMark({
      key: "firms:slice",
      ...own,
      x: lerp(bar.x + bar.width - slice, stands.x, moved),
      y: lerp(bar.y, stands.y, moved),
      layer: "back",
      opacity: moved > 0 ? shown : 0,
    }),
    ...drawNumeral(
      "firms:average",
      number.text,
      [number.x, number.y],
      number.size,
      { loud: textRed, quiet: ink },
      said,
    ),
    textMark({ key: "firms:caption", text: label("average"), ...caption, size: type, fill: ink, opacity: said }),
    textMark({
      key: "firms:remark",
      text: label("note"),
      ...remark,
      size: type,
      fill: muted,
      role: "note",
      opacity: said,
    }),
  ];
}
