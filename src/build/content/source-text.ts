import type { Node } from "mdast";
import type { SourcePosition } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";

export interface Offsets {
  readonly from: number;
  readonly to: number;
}

export function offsetsOf({ position }: Node): Offsets {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 };
}

export interface SourceText {
  readonly value: string;
  readonly place: (index: number, length: number) => SourcePosition;
}

/**
 * Maps `value`, parsed from the file between two offsets, to its source. If parsing changed the text (escapes, folded
 * lines), a part is located by counting its occurrences.
 */
export function sourceText(source: SourceFile, from: number, to: number, value: string): SourceText {
  const raw = source.text.slice(from, to);
  const start = raw.indexOf(value);
  if (start !== -1) return { value, place: (index) => source.positionAt(from + start + index) };
  return {
    value,
    place: (index, length) => {
      const part = value.slice(index, index + length);
      const earlier = occurrences(value.slice(0, index + length), part) - 1;
      return source.positionAt(from + Math.max(0, nth(raw, part, earlier)));
    },
  };
}

function occurrences(text: string, part: string): number {
  return part === "" ? 0 : text.split(part).length - 1;
}

function nth(text: string, part: string, earlier: number): number {
  let found = text.indexOf(part);
  for (let i = 0; i < earlier && found !== -1; i += 1) found = text.indexOf(part, found + Math.max(1, part.length));
  return found;
}

export function sliceText({ value, place }: SourceText, from: number, to: number): SourceText {
  return { value: value.slice(from, to), place: (index, length) => place(from + index, length) };
}
