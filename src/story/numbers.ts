import type { Fact } from "./model.ts";
import { halfWidth } from "./width.ts";

/** A number written out in prose, where it stands in the text. */
export interface BareNumber {
  readonly index: number;
  readonly text: string;
}

/** Numerals of any script but 〇, with what binds them; a percent sign; 百分之…; Chinese numerals before a counted thing. */
const BARE =
  /(?:(?!〇)\p{N})+(?:[.,:](?!〇)\p{N}+)*[%‰]?|[%‰]|百分之[〇零一二两三四五六七八九十百点几]*|[〇零一二两三四五六七八九十百千几数]*[〇零一二两三四五六七八九十百千][多余来]?(?=[亿万条家户座]|个百分点)/gu;

/** Every number in `text` that is not a reference to a fact. Words such as 十四五 or 一五十 are names, not numbers. */
export function bareNumbers(text: string): readonly BareNumber[] {
  return [...halfWidth(text).matchAll(BARE)].map(({ index, 0: { length } }) => ({
    index,
    text: text.slice(index, index + length),
  }));
}

/** The id of the fact that `rest`, a text beginning with a bare number, seems to write out; undefined where none does. */
export function factWritten(rest: string, facts: readonly Fact[]): string | undefined {
  const written = tight(rest);
  const begins = (text: string): boolean => text !== "" && written.startsWith(tight(text));
  const whole = facts.find(({ text }) => begins(text));
  return (whole ?? facts.find(({ value, unit }) => value !== null && unit !== "" && begins(value + unit)))?.id;
}

function tight(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "");
}
