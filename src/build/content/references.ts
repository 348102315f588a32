import type { Fact } from "../../core/model/story.ts";
import type { CompileContext } from "./context.ts";
import { halfWidth } from "./half-width.ts";
import { ID_RULE, isId } from "./ids.ts";
import { sliceText, type SourceText } from "./source-text.ts";
import { closest, didYouMean } from "./suggest.ts";

export type TextPart =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "fact"; readonly id: string; readonly text: string };

/** Matches, in half-width text, a reference, an opening brace with the id it may have meant, or a closing brace. */
const BRACES = /\{(?<id>[^{}]*)\}|\{(?<meant>[a-z0-9-]*)|\}/gu;

export function splitReferences(passage: SourceText, context: CompileContext): readonly TextPart[] {
  const out: TextPart[] = [];
  let end = 0;
  const words = (to: number): void => {
    if (to > end) out.push({ type: "text", text: plain(sliceText(passage, end, to), context) });
  };
  for (const match of halfWidth(passage.value).matchAll(BRACES)) {
    words(match.index);
    end = match.index + match[0].length;
    const place = passage.place(match.index, match[0].length);
    const id = match.groups?.["id"]?.trim();
    if (id === undefined) {
      const meant = match.groups?.["meant"];
      if (meant) context.onFact(meant);
      context.report(place, `unbalanced ${passage.value.charAt(match.index)}, expected a reference such as {fact-id}`);
    } else if (!isId(id)) context.report(place, `ill-formed reference: {${id}}, expected {fact-id} with ${ID_RULE}`);
    else out.push({ type: "fact", id, text: citeFact(id, sliceText(passage, match.index, end), context) });
  }
  words(passage.value.length);
  return out;
}

export function resolveReferences(passage: SourceText, context: CompileContext): string {
  return splitReferences(passage, context)
    .map(({ text }) => text)
    .join("")
    .trim();
}

export function citeFact(id: string, passage: SourceText, { factTable, onFact, report }: CompileContext): string {
  const known = factTable.known === null || factTable.known.has(id);
  if (!known) {
    const place = passage.place(0, passage.value.length);
    report(place, `unknown fact: ${id}, expected an id of facts.yaml`, didYouMean(id, factTable.known));
  }
  // A misspelt id counts as a use of the closest fact, so that one mistake gives one problem.
  onFact(known ? id : (closest(id, factTable.known) ?? id));
  return factTable.byId.get(id)?.text ?? "";
}

const MARKUP = /[*_]+|`+|!?\[|\]|~~+|<\/?[a-zA-Z!]/gu;

function plain(passage: SourceText, { factTable, report }: CompileContext): string {
  for (const { index, text } of bareNumbers(passage.value)) {
    const id = guessFact(passage.value.slice(index), factTable.facts);
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

/** Joins folded lines: Chinese without a space, two Latin words with one. */
function unfolded(text: string): string {
  return text.replace(/[ \t]*\n[ \t]*/g, (_, index: number) => {
    const fold = text.slice(index).match(/^\s*/)?.[0] ?? "";
    return /\w/.test(text[index - 1] ?? "") && /\w/.test(text[index + fold.length] ?? "") ? " " : "";
  });
}

export interface BareNumber {
  readonly index: number;
  readonly text: string;
}

/**
 * Numerals of any script but 〇, with their separators; percent signs; 百分之…; Chinese numerals before 亿, 家 etc. Words
 * such as 十四五 or 一五十 are names, not numbers.
 */
const BARE =
  /(?:(?!〇)\p{N})+(?:[.,:](?!〇)\p{N}+)*[%‰]?|[%‰]|百分之[〇零一二两三四五六七八九十百点几]*|[〇零一二两三四五六七八九十百千几数]*[〇零一二两三四五六七八九十百千][多余来]?(?=[亿万条家户座]|个百分点)/gu;

export function bareNumbers(text: string): readonly BareNumber[] {
  return [...halfWidth(text).matchAll(BARE)].map(({ index, 0: { length } }) => ({
    index,
    text: text.slice(index, index + length),
  }));
}

export function guessFact(rest: string, facts: readonly Fact[]): string | undefined {
  const written = tight(rest);
  const begins = (text: string): boolean => text !== "" && written.startsWith(tight(text));
  const whole = facts.find(({ text }) => begins(text));
  return (whole ?? facts.find(({ value, unit }) => value !== null && unit !== "" && begins(value + unit)))?.id;
}

function tight(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "");
}
