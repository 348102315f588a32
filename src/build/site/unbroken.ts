import type { Element } from "hast";
import { type Child, h } from "hastscript";
import { AFTER_NUMBERS, ORDINAL, UNITS } from "../../core/model/strings.ts";
import { textWidth } from "../../core/picture/text.ts";

/** Widest text, em, that stays on one line: it fits the narrowest phone with the text doubled. */
const WIDEST = 7;

const NUMBER = `\\d[\\d.]*(?:—\\d[\\d.]*)?[${UNITS}]*(?:${AFTER_NUMBERS})?`;
/** A date is several numbers. */
const PIECE = `(?:${NUMBER})+|${ORDINAL.sign}[${ORDINAL.numerals}]+(?:${ORDINAL.nouns}|\\p{Script=Han})?`;
const MARKS = "、。，：；！？…”’》）";
/** The last three characters of a paragraph, with their marks: a line shorter than they are reads as a mistake. */
const END = `(?:[^${MARKS}][${MARKS}]*){1,3}$`;

/** No line breaks within digits, and an element around them changes their distance to Chinese characters. */
const DIGITS = /^\d+$/;

function split(text: string, kept: string, keep: (part: string) => Child): readonly Child[] {
  return text
    .split(new RegExp(`(${kept})`, "u"))
    .flatMap((part, index) => (part === "" ? [] : index % 2 === 1 && !DIGITS.test(part) ? keep(part) : part));
}

/** Widest term, em: a longer one is several words. */
const WIDEST_TERM = 5;

export function isUnbroken(text: string, widest = WIDEST): boolean {
  return textWidth(text, 1) <= widest;
}

export function isUnbrokenTerm(text: string): boolean {
  return isUnbroken(text, WIDEST_TERM);
}

/** Keeps a piece on one line; a date too long for a narrow one breaks between its numbers. */
function unbroken(piece: string): Element {
  if (isUnbroken(piece)) return h("span.unbroken", piece);
  return h("span.whole", ...split(piece, NUMBER, (part) => h("span.unbroken", part)));
}

/** Keeps numbers with their units, ordinals with their nouns, and the end of a paragraph with what is before it. */
export function keepPieces(text: string, ends = false): readonly Child[] {
  return split(text, ends ? `${PIECE}|${END}` : PIECE, unbroken);
}

/** A short quotation with the mark that follows it: no line of a heading may break within. */
const QUOTATION = "“[^“”]{1,4}”[，。：、]?";

/** A heading's letters are large: on the narrowest phone a number of six may need two lines. */
export function keepQuotations(text: string): readonly Child[] {
  return split(text, `${QUOTATION}|${PIECE}`, (part) =>
    h("span.whole", ...(part.startsWith("“") ? keepPieces(part) : [part])),
  );
}

/** A comma, colon or pause mark of a title, outside its quotations. */
const PAUSE = /(?<=[，：、])(?![^“]*”)/u;

/** Splits a title at its pauses. The style sheet breaks lines between the spans first. */
export function titlePhrases(title: string): readonly Child[] {
  const phrases = title.split(PAUSE);
  if (phrases.length === 1) return keepQuotations(title);
  return phrases.map((phrase) => h("span.phrase", ...keepQuotations(phrase)));
}

const JOINED = new RegExp(`^(?:${AFTER_NUMBERS})`, "u");
const SHORT_END = new RegExp(`^(?:[^${MARKS}][${MARKS}]*){1,2}$`, "u");

/** Splits a text behind a fact into what stays on the fact's line, if anything, and the rest. */
export function splitJoined(fact: string, text: string, ends: boolean): readonly [joined: string, rest: string] {
  const joined = (JOINED.exec(text) ?? (ends ? SHORT_END.exec(text) : null))?.[0] ?? "";
  return isUnbroken(fact + joined) ? [joined, text.slice(joined.length)] : ["", text];
}
