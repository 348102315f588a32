import type { Fact } from "../../core/model/story.ts";
import { halfWidth } from "./half-width.ts";
import { numeralsIn } from "./numerals.ts";
import { type Finding, isQuoted, type Prose } from "./prose.ts";

export interface BareNumber {
  readonly index: number;
  readonly text: string;
}

/**
 * Numerals of any script but 〇, with their separators; percent signs; 百分之…; Chinese numerals before 亿, 家 etc. Words
 * such as 十四五 or 一五十 are names, not numbers.
 */
const BARE =
  /(?:(?!〇)\p{N})+(?:[.,:](?!〇)\p{N}+)*[%‰]?|[%‰]|百分之[〇零一二两三四五六七八九十百千点几]*|[〇零一二两三四五六七八九十百千几数]*[〇零一二两三四五六七八九十百千][多余来几]?(?=[亿万条家户座]|个百分点)/gu;

export function bareNumbers(text: string): readonly BareNumber[] {
  return [...halfWidth(text).matchAll(BARE)].map(({ index, 0: { length } }) => ({
    index,
    text: text.slice(index, index + length),
  }));
}

const ONE = /(?:最后|[每这那同另哪])$/u;

/** Chinese numerals inside “ ” are somebody's words; 一 after 最后, 每 etc. counts nothing. */
function isNoCount(text: string, { index, text: number }: BareNumber): boolean {
  if (!/^[零一二两三四五六七八九十百千几数]/u.test(number)) return false;
  return isQuoted(text, index) || (number === "一" && ONE.test(text.slice(0, index)));
}

export function findNumbers({ masked }: Prose, facts: readonly Fact[]): readonly Finding[] {
  return bareNumbers(masked)
    .filter((one) => !isNoCount(masked, one))
    .map(({ index, text }): Finding => {
      const rest = masked.slice(index);
      if (/^\d{4}$/.test(halfWidth(text)) && /^\d{4} ?年/.test(halfWidth(rest)))
        return bare({ index, text: `${text}年` }, yearHint(Number(halfWidth(text)), facts));
      const fact = guessFact(rest, facts);
      if (fact === undefined) return bare({ index, text }, undefined);
      const whole = beginsWith(rest, fact.text) ? rest.slice(0, lengthOf(rest, fact.text)) : text;
      const printed = whole === text ? `，印出来是“${fact.text}”` : "";
      return bare({ index, text: whole.length > text.length ? whole : text }, `写 {${fact.id}}${printed}`);
    });
}

function bare({ index, text }: BareNumber, hint: string | undefined): Finding {
  return {
    from: index,
    to: index + text.length,
    message: `直接写了数：${text}，应写成 {事实 id}，数只在 facts.yaml 里写`,
    hint,
  };
}

/** A year may be that of any event: the hint names the event, and leaves the choice to the editor. */
function yearHint(year: number, facts: readonly Fact[]): string | undefined {
  const events = facts.filter(({ value, unit }) => value === year && unit === "年");
  return events.length === 0
    ? "先在 facts.yaml 里加一个事实"
    : events
        .map(({ id, name }) => `若说的是“${name.replaceAll("“", "‘").replaceAll("”", "’")}”，写 {${id}}`)
        .join("；");
}

export function guessFact(rest: string, facts: readonly Fact[]): Fact | undefined {
  const whole = facts.find(({ text }) => text !== "" && beginsWith(rest, text));
  if (whole !== undefined) return whole;
  const [first] = numeralsIn(rest);
  const counted = first?.index === 0 ? first : undefined;
  return facts.find(({ value, unit }) => {
    if (value === null || unit === "" || unit === "年") return false;
    if (beginsWith(rest, `${value}${unit}`)) return true;
    return counted?.value === value && beginsWith(rest.slice(counted.length), unit);
  });
}

function beginsWith(rest: string, text: string): boolean {
  return tight(rest).startsWith(tight(text));
}

/** Counts the characters of `rest` that hold `text`, spaces included. */
function lengthOf(rest: string, text: string): number {
  let length = 1;
  while (length < rest.length && tight(rest.slice(0, length)).length < tight(text).length) length += 1;
  return length;
}

function tight(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "");
}

const HAN_DIGIT = "[一二两三四五六七八九十百千几]";

/** Amounts in words, each with the way out. */
const QUANTITIES: readonly RegExp[] = [
  new RegExp(
    `(?<!一[粒格列条块])[近超约]?[一二两三四五六七八九]成(?:半|多|以上|左右|(?![为立就本果功效员长熟套分不型品])(?=[\\p{P}\\p{Script=Han}]|$))`,
    "gu",
  ),
  new RegExp(`翻(?:了)?(?:${HAN_DIGIT}|近|几)*[番倍]`, "gu"),
  new RegExp(`(?<![百千万])(?:[一二两三四五六七八九十几])分之${HAN_DIGIT}+`, "gu"),
  new RegExp(`第${HAN_DIGIT}+[名位]`, "gu"),
  new RegExp(`(?:${HAN_DIGIT}+[十百千]${HAN_DIGIT}*[多余来]?|[十百千]${HAN_DIGIT}*[多余来])(?=[名人吨])`, "gu"),
  /[一二][〇零一二三四五六七八九]{3}年/gu,
  new RegExp(`${HAN_DIGIT}+倍`, "gu"),
  /[过近超]半(?=[数的是在被\p{P}]|$)|[近超过约]一半|一半(?=以上|多|的)/gu,
];

/** Finds 近六成, 翻了一番, 三分之一, 第八名 and the like, unless they are quoted. */
export function findQuantities({ masked }: Prose): readonly Finding[] {
  if (!/[成番倍分名位半年人吨]/.test(masked)) return [];
  const found = QUANTITIES.flatMap((pattern) => [...masked.matchAll(pattern)]);
  return found
    .filter(({ index, 0: text }) => !isQuoted(masked, index) && text !== "一成不变")
    .filter(({ index, 0: text }) => !found.some((other) => other[0].length > text.length && covers(other, index, text)))
    .map(({ index, 0: text }) => ({
      from: index,
      to: index + text.length,
      message: `用汉字写了数量：${text}，应写成 {事实 id}，数只在 facts.yaml 里写`,
      hint: "原话里的加“ ”",
    }));
}

function covers(other: RegExpExecArray, index: number, text: string): boolean {
  return other.index <= index && index + text.length <= other.index + other[0].length;
}
