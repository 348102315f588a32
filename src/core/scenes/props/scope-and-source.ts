import type { LayoutContext, Palette, Shape } from "../../model/picture.ts";
import { paragraphMarks } from "../../picture/marks.ts";
import { breakLines } from "../../picture/text.ts";

interface Notes {
  readonly note: number;
  readonly rows: { readonly scope: number; readonly source: number };
  readonly lines: { readonly scope: readonly string[]; readonly source: readonly string[] };
}

/** Lays the labels `scope` and `source` at the head and the foot of the box, in notes of a size. */
export function layoutScopeAndSource({ box, label }: Pick<LayoutContext, "box" | "label">, note: number): Notes {
  const scope = breakLines(label("scope"), note, box.width - note);
  const source = breakLines(label("source"), note, box.width - note);
  const foot = box.y + box.height - 3 - (source.length - 1) * note * 1.3;
  return { note, rows: { scope: box.y + note * 0.9, source: foot }, lines: { scope, source } };
}

/** Says whose figures a picture draws, at its head, and where they come from, at its foot. */
export function scopeAndSource(
  key: string,
  { note, rows, lines }: Notes,
  x: number,
  { textEmber, muted }: Palette,
): readonly Shape[] {
  const quiet = { x, leading: note * 1.3, size: note, role: "note" } as const;
  return [
    ...paragraphMarks({ key: `${key}:scope`, lines: lines.scope, y: rows.scope, fill: textEmber, ...quiet }),
    ...paragraphMarks({ key: `${key}:source`, lines: lines.source, y: rows.source, fill: muted, ...quiet }),
  ];
}
