/** A stretch of a text; `spoken` is how it is said where its signs mislead a voice. */
export interface Run {
  readonly text: string;
  readonly spoken?: string | undefined;
}

/** Characters `from` to `to` (exclusive) of the joined runs, and how a voice says them. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly spoken: string;
}

/** Splits a text into runs, where it prints something that is said otherwise; of two there the longer one is taken. */
export function markSpoken(
  text: string,
  spoken: readonly { readonly text: string; readonly spoken: string }[],
): readonly Run[] {
  const [first] = spoken
    .map((one) => ({ ...one, at: text.indexOf(one.text) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.text.length - a.text.length);
  if (first === undefined) return text === "" ? [] : [{ text }];
  const end = first.at + first.text.length;
  return [
    ...(first.at === 0 ? [] : [{ text: text.slice(0, first.at) }]),
    { text: first.text, spoken: first.spoken },
    ...markSpoken(text.slice(end), spoken),
  ];
}

type Rule = (text: string) => string;

function put(words: string, sign: RegExp): Rule {
  return (text) => text.replace(sign, words);
}

const HAN_DIGITS = "零一二三四五六七八九";

function sayDigits(digits: string): string {
  return digits.replace(/\d/g, (digit) => HAN_DIGITS[Number(digit)] ?? digit);
}

/** Units that voices spell or leave out, as signs behind a number. */
const UNITS: readonly (readonly [words: string, sign: string])[] = [
  ["平方公里", "km²|k㎡|㎢"],
  ["平方米", "m²|㎡"],
  ["立方米", "m³|㎥"],
  ["公里", "km|㎞"],
  ["公斤", "kg|㎏"],
  ["厘米", "cm|㎝"],
  ["毫米", "mm|㎜"],
  ["千瓦时", "kWh"],
  ["千瓦", "kW"],
  ["兆瓦", "MW"],
  ["摄氏度", "°C|℃"],
];

/** Between two numbers: from one to the other. */
const RANGE = String.raw`\s*[-\u2013\u2014~\uFF5E]\s*`;

/** Applied one after another: percent signs before ranges, ranges before lone dashes. */
const RULES: readonly Rule[] = [
  (text) => text.replace(/[\uFF05\uFF0E\uFF10-\uFF19]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)),
  // Marks of notes.
  put("", /[\u2460-\u2473*†‡]|\[\d+\]/gu),
  put("", /(?<=\d),(?=\d{3}(?!\d))/gu),
  ...UNITS.map(([words, sign]) => put(words, new RegExp(`(?<=\\d)\\s*(?:${sign})(?![A-Za-z])`, "gu"))),
  put("", /[¹²³⁰⁴-⁹]+/gu),
  put("$1年$2月$3日", /(?<!\d)([12]\d{3})-0?(\d{1,2})-0?(\d{1,2})(?!\d)/gu),
  put("负", /(?<![\dA-Za-z%])[-\u2212](?=\d)/gu),
  put("$1百分之$2", /(负?)(\d+(?:\.\d+)?)\s*%/gu),
  put("$1千分之$2", /(负?)(\d+(?:\.\d+)?)\s*‰/gu),
  // Of a range of years the first one is a year, too.
  put("$1年到", new RegExp(`(?<!\\d)([12]\\d{3})${RANGE}(?=[12]\\d{3}年)`, "gu")),
  put("到", new RegExp(`(?<=\\d)${RANGE}(?=(?:负?[百千]分之)?\\d)`, "gu")),
  (text) => text.replace(/(?<!\d)[12]\d{3}(?=年)/gu, sayDigits),
  put("比", /(?<=\d)\s*[:\u2236\uFF1A]\s*(?=\d)/gu),
  put("$2分之$1", /(?<![\d/])(\d+)\/(\d+)(?![\d/])/gu),
  put("每", /(?<=\p{Script=Han})\/(?=\p{Script=Han})/gu),
  put("两", /(?<![\d.第])2(?=[家条个次座处名项户位亿万千])/gu),
  put("正负", /±/gu),
  put("不等于", /≠/gu),
  put("等于", /[=＝]/gu),
  put("乘", /×/gu),
  put("加", /[+＋]/gu),
  put("和", /&/gu),
  put("到", /→/gu),
  (text) => text.replace(/\b[A-Z]{2,}\b/gu, (letters) => [...letters].join(" ")),
  // A pause is all that a voice can make of these.
  put("\uFF0C", /\s*(?:[\u2013\u2014]+|…+|[·|;\uFF1B\uFF08\uFF09()])\s*/gu),
  // Two quotations side by side are two words.
  put("、", /(?<=[”’」』》])(?=[“‘「『《])/gu),
  put("", /[“”‘’「」『』《》〈〉"]/gu),
  put(" ", /\s+/gu),
  put("", /[\uFF0C\u3001]+(?=[\uFF0C\u3001。\uFF01\uFF1F\uFF1A])/gu),
  put("", /(?<=[。\uFF01\uFF1F\uFF1A])[\uFF0C\u3001]+/gu),
  // At the end of a clause a comma keeps the voice up.
  put("", /^[\s\uFF0C\u3001]+|\s+$/gu),
];

/** Writes a text as a Chinese voice has to say it: signs as words, years digit by digit. */
export function pronounce(text: string): string {
  return RULES.reduce((said, rule) => rule(said), text);
}

/** Characters of the longest utterance: Chromium cuts those of remote voices after 15 s, even at a slow rate. */
const MOST = 48;

/** Stands for the characters of a run that is said otherwise: it is not split. */
const MASK = "\u25A1";

/** Ends behind a stop, with the quotation marks and brackets that close there. */
const SENTENCES = /[^。\uFF01\uFF1F!?\n]*(?:[。\uFF01\uFF1F!?\n]+[”’」』\uFF09)]*|$)/gu;

const CLAUSES = /[^\uFF0C\uFF1B\uFF1A;]+(?:[\uFF0C\uFF1B\uFF1A;]+[”’」』\uFF09)]*|\u2014+|$)|[\uFF0C\uFF1B\uFF1A;]+/gu;

function lengths(text: string, parts: RegExp): readonly number[] {
  return [...text.matchAll(parts)].map(([part]) => part.length).filter((length) => length > 0);
}

/** Splits a sentence that is too long for one utterance into clauses, as many together as it may have. */
function clauseLengths(text: string): readonly number[] {
  if (text.length <= MOST) return [text.length];
  const out: number[] = [];
  for (const length of lengths(text, CLAUSES)) {
    const last = out.at(-1);
    if (last !== undefined && last + length <= MOST) out[out.length - 1] = last + length;
    else out.push(length);
  }
  return out;
}

function sayStretch(runs: readonly Run[], from: number, to: number): string {
  let at = 0;
  const said = runs.map(({ text, spoken }) => {
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, text.length)];
    at += text.length;
    if (start >= end) return "";
    return spoken ?? text.slice(start, end);
  });
  return pronounce(said.join(""));
}

/** Splits a passage into utterances. One of signs alone is left out. */
export function splitSpeech(runs: readonly Run[]): readonly Sentence[] {
  const masked = runs.map(({ text, spoken }) => (spoken === undefined ? text : MASK.repeat(text.length))).join("");
  const out: Sentence[] = [];
  let from = 0;
  for (const sentence of lengths(masked, SENTENCES))
    for (const length of clauseLengths(masked.slice(from, from + sentence))) {
      const to = from + length;
      const spoken = sayStretch(runs, from, to);
      if (/[\p{L}\p{N}]/u.test(spoken)) out.push({ from, to, spoken });
      from = to;
    }
  return out;
}
