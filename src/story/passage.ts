import type { Place } from "./problem.ts";
import type { Sheet } from "./sheet.ts";

/** A piece of text the reader will see, which still knows where every part of it was written. */
export interface Passage {
  readonly value: string;
  /** Where the `length` characters from `index` of the value stand in their file. */
  readonly place: (index: number, length: number) => Place;
}

/**
 * The text `value` as read from `sheet` between the offsets `from` and `to`.
 * Where reading changed the text (escapes, folded lines), a part is found by counting its occurrences.
 */
export function passage(sheet: Sheet, from: number, to: number, value: string): Passage {
  const raw = sheet.text.slice(from, to);
  const start = raw.indexOf(value);
  if (start !== -1) return { value, place: (index) => sheet.at(from + start + index) };
  return {
    value,
    place: (index, length) => {
      const part = value.slice(index, index + length);
      const earlier = occurrences(value.slice(0, index + length), part) - 1;
      return sheet.at(from + Math.max(0, nth(raw, part, earlier)));
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
export function part({ value, place }: Passage, from: number, to: number): Passage {
  return { value: value.slice(from, to), place: (index, length) => place(from + index, length) };
}
