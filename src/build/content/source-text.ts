import type { Node } from "mdast";
import type { SourcePosition } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";

/** Offsets of a piece of a sheet. */
export interface Offsets {
  readonly from: number;
  readonly to: number;
}

/** Offsets of a node of the Markdown reader. */
export function offsetsOf({ position }: Node): Offsets {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 };
}

/** A piece of text the reader will see, which still knows where every part of it was written. */
export interface SourceText {
  readonly value: string;
  /** Where the `length` characters from `index` of the value stand in their file. */
  readonly place: (index: number, length: number) => SourcePosition;
}

/**
 * The text `value` as read from `sheet` between the offsets `from` and `to`.
 * Where reading changed the text (escapes, folded lines), a part is found by counting its occurrences.
 */
export function sourceText(sheet: SourceFile, from: number, to: number, value: string): SourceText {
  const raw = sheet.text.slice(from, to);
  const start = raw.indexOf(value);
  if (start !== -1) return { value, place: (index) => sheet.positionAt(from + start + index) };
  return {
    value,
    place: (index, length) => {
      const part = value.slice(index, index + length);
      const earlier = occurrences(value.slice(0, index + length), part) - 1;
      return sheet.positionAt(from + Math.max(0, nth(raw, part, earlier)));
    },
  };
}

function occurrences(text: string, part: string): number {
  return part === "" ? 0 : text.split(part).length - 1;
}

/** Offset of the occurrence of `part` that has `earlier` others before it, or -1. */
function nth(text: string, part: string, earlier: number): number {
  let found = text.indexOf(part);
  for (let i = 0; i < earlier && found !== -1; i += 1) found = text.indexOf(part, found + Math.max(1, part.length));
  return found;
}

/** The part of a passage between two indices of its value. */
export function sliceText({ value, place }: SourceText, from: number, to: number): SourceText {
  return { value: value.slice(from, to), place: (index, length) => place(from + index, length) };
}
