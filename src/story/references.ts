import { ID_SHAPE, isId } from "./ids.ts";
import { near, nearest } from "./near.ts";
import { bareNumbers, factWritten } from "./numbers.ts";
import type { Passage } from "./passage.ts";
import { part } from "./passage.ts";
import type { Reading } from "./reading.ts";
import { halfWidth } from "./width.ts";

/** A run of plain words, or a reference with the text it prints. */
export type Piece =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "fact"; readonly id: string; readonly text: string };

/** In half width: a reference; or an opening brace with the id it may have meant; or a closing one. */
const BRACES = /\{(?<id>[^{}]*)\}|\{(?<meant>[a-z0-9-]*)|\}/gu;

/**
 * Splits what the reader will see into words and `{fact}` references.
 * Reports unbalanced braces, ill-formed and unknown ids, numbers written out, and markup that would show as such.
 */
export function pieces(passage: Passage, reading: Reading): readonly Piece[] {
  const out: Piece[] = [];
  let end = 0;
  const words = (to: number): void => {
    if (to > end) out.push({ type: "text", text: plain(part(passage, end, to), reading) });
  };
  for (const match of halfWidth(passage.value).matchAll(BRACES)) {
    words(match.index);
    end = match.index + match[0].length;
    const place = passage.place(match.index, match[0].length);
    const id = match.groups?.["id"]?.trim();
    if (id === undefined) {
      const meant = match.groups?.["meant"];
      if (meant) reading.cite(meant);
      reading.report(place, `unbalanced ${passage.value.charAt(match.index)}, expected a reference such as {fact-id}`);
    } else if (!isId(id)) reading.report(place, `ill-formed reference: {${id}}, expected {fact-id} with ${ID_SHAPE}`);
    else out.push({ type: "fact", id, text: cited(id, part(passage, match.index, end), reading) });
  }
  words(passage.value.length);
  return out;
}

/** A passage as one text, its references printed. */
export function printed(passage: Passage, reading: Reading): string {
  return pieces(passage, reading)
    .map(({ text }) => text)
    .join("")
    .trim();
}

/** The text a fact prints, the fact being cited at `passage`; reports an unknown one. */
export function cited(id: string, passage: Passage, { ledger, cite, report }: Reading): string {
  const known = ledger.known === null || ledger.known.has(id);
  if (!known) {
    const place = passage.place(0, passage.value.length);
    report(place, `unknown fact: ${id}, expected an id of facts.yaml`, near(id, ledger.known));
  }
  // A slip uses the fact it meant, so that one fault is one problem.
  cite(known ? id : (nearest(id, ledger.known) ?? id));
  return ledger.byId.get(id)?.text ?? "";
}

const MARKUP = /[*_]+|`+|!?\[|\]|~~+|<\/?[a-zA-Z!]/gu;

function plain(passage: Passage, { ledger, report }: Reading): string {
  for (const { index, text } of bareNumbers(passage.value)) {
    const id = factWritten(passage.value.slice(index), ledger.facts);
    const hint = id === undefined ? undefined : `write {${id}}`;
    report(passage.place(index, text.length), `bare number: ${text}, expected a reference such as {fact-id}`, hint);
  }
  for (const { index, 0: sign } of halfWidth(passage.value).matchAll(MARKUP)) {
    const found = passage.value.slice(index, index + sign.length);
    const place = passage.place(index, found.length);
    report(place, `unexpected markup: ${found}, expected plain words`, WAY_OUT[sign]);
  }
  return unfolded(passage.value);
}

const WAY_OUT: Readonly<Record<string, string>> = {
  "**": "bold words are for running text",
  "[": "a term is written [words](term:id)",
  "]": "a term is written [words](term:id)",
};

/** Joins folded lines: Chinese without a gap, two Latin words with a space. */
function unfolded(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, (_, index: number) => {
    const fold = text.slice(index).match(/^\s*/)?.[0] ?? "";
    return /\w/.test(text[index - 1] ?? "") && /\w/.test(text[index + fold.length] ?? "") ? " " : "";
  });
}
