import { halfWidth } from "./half-width.ts";
import type { SourceText } from "./source-text.ts";

/** A passage as readers read it: facts printed, bold marks and the targets of links left out. */
export interface Prose {
  readonly text: string;
  /** The same length; facts are masked, so that rules of writing do not judge them. */
  readonly masked: string;
  readonly references: readonly ProseReference[];
  /** For each character of `text`, and its end, the offset in the passage. */
  readonly offsets: readonly number[];
}

export interface ProseReference {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export interface Finding {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly hint?: string | undefined;
}

export const MASK = "\u25A1";

/** Matches, in half-width text, a reference, bold marks, the brackets around a link's words, and a folded line. */
const MARKS =
  /\{(?<reference>[^{}]*)\}|\{[a-z0-9-]*|\}|\*\*|!?\[(?=[^[\]]*\] *\([^()]*\))|\] *\([^()]*\)|[\](]?\(?term: ?[a-z0-9-]*\)?|(?<fold>[ \t]*\n[ \t>]*(?:- +)?)/gu;

export function readProse(passage: string, print: (reference: string) => string): Prose {
  const out: { text: string; masked: string; offsets: number[]; references: ProseReference[] } = {
    text: "",
    masked: "",
    offsets: [],
    references: [],
  };
  let end = 0;
  const copy = (to: number): void => {
    for (let at = end; at < to; at += 1) out.offsets.push(at);
    out.text += passage.slice(end, to);
    out.masked += passage.slice(end, to);
  };
  for (const { index, 0: mark, groups } of halfWidth(passage).matchAll(MARKS)) {
    copy(index);
    end = index + mark.length;
    const reference = groups?.["reference"]?.trim();
    if (reference === undefined) continue;
    // An unknown fact stands for something: the signs on either side do not touch.
    const printed = print(reference) || MASK;
    const from = out.text.length;
    out.references.push({ id: referencedId(reference), from, to: from + printed.length });
    out.text += printed;
    out.masked += MASK.repeat(printed.length);
    for (let i = 0; i < printed.length; i += 1) out.offsets.push(index);
  }
  copy(passage.length);
  out.offsets.push(passage.length);
  return out;
}

function referencedId(reference: string): string {
  return reference.split(":")[0]?.trim() ?? "";
}

/** Returns the source of a stretch of prose. */
export function placeInSource(passage: SourceText, { offsets }: Prose, { from, to }: Finding) {
  const start = offsets[from] ?? 0;
  const end = to > from ? (offsets[to - 1] ?? start) + 1 : start;
  return passage.place(start, Math.max(1, end - start));
}

/** Splits at the ends of sentences; returns the range of the sentence that holds an offset. */
export function sentenceRange(text: string, offset: number): { readonly from: number; readonly to: number } {
  const from = text.slice(0, offset).search(/[^。\uFF01\uFF1F!?\n]*$/u);
  const rest = text.slice(offset).search(/[。\uFF01\uFF1F!?\n]/u);
  return { from, to: rest === -1 ? text.length : offset + rest };
}

export function sentenceAt(text: string, offset: number): string {
  const { from, to } = sentenceRange(text, offset);
  return text.slice(from, to);
}

/** Tells whether an offset lies between “ and ”. */
export function isQuoted(text: string, offset: number): boolean {
  return text.lastIndexOf("“", offset - 1) > text.lastIndexOf("”", offset - 1);
}
