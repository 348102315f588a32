import type { TextMark } from "../../core/model/picture.ts";
import { ORDINAL, SHORT_WORDS } from "../../core/model/strings.ts";
import { splitPieces, textWidth } from "../../core/picture/text.ts";

/** Only the build asks it: a browser has another dictionary, and its pictures would break lines otherwise. */
const SEGMENTER = new Intl.Segmenter("zh", { granularity: "word" });

const LEADING = new Set(SHORT_WORDS.leading);
const TRAILING = new Set(SHORT_WORDS.trailing);
/** Any further character alone is taken for a part of a word that the dictionary lacks. */
const WHOLE = new Set(SHORT_WORDS.others);

const MARK = /^[\p{P}\s]/u;
const PAUSE = /[，。；：？！]”?$/u;
const NUMBER = /^\p{P}*\d/u;

function isLoose(word: string): boolean {
  return word.length === 1 && !WHOLE.has(word);
}

/** Tells two words that a line should not part: names and coinages, which the dictionary cuts into characters. */
function belongTogether(before: string, after: string): boolean {
  if (PAUSE.test(before)) return false;
  if (LEADING.has(before) || TRAILING.has(after)) return true;
  if (LEADING.has(after) || TRAILING.has(before)) return false;
  if (MARK.test(before) || MARK.test(after) || NUMBER.test(after)) return false;
  return isLoose(before) || isLoose(after);
}

/** Short quotations, and ordinals with their nouns. */
const KEPT = new RegExp(`“[^“”]{1,4}”|${ORDINAL.sign}[${ORDINAL.numerals}]+(?:${ORDINAL.nouns})`, "gu");

/** Splits a text between its words; `strict` keeps those whole, too, that the dictionary does not know. */
function splitWords(text: string, strict: boolean): readonly string[] {
  const segments = SEGMENTER.segment(text);
  const kept = [...text.matchAll(KEPT)];
  const isKept = (place: number): boolean =>
    kept.some(({ index, 0: { length } }) => place > index && place < index + length);
  const words: string[] = [];
  let [at, last] = [0, ""];
  for (const piece of splitPieces(text)) {
    const before = segments.containing(at - 1)?.segment ?? "";
    const after = segments.containing(at);
    const parted = NUMBER.test(last)
      ? !NUMBER.test(piece) || (MARK.test(before) && before !== ":")
      : after?.index === at && !(strict && (isKept(at) || belongTogether(before, after.segment)));
    if (at === 0 || parted) words.push(piece);
    else words.push((words.pop() ?? "") + piece);
    [at, last] = [at + piece.length, piece];
  }
  return words;
}

/** Cost of a line's end in a phrase, or between the parts of a list, in squares of the line's blank share. */
const COST = { phrase: 0.06, list: 0.02 } as const;

const LIST = /^(?:、.?|”“)$/u;

function costOfEnd(line: string, next: string | undefined): number {
  if (next === undefined || PAUSE.test(line)) return 0;
  return LIST.test(line.slice(-1) + next.slice(0, 1)) ? COST.list : COST.phrase;
}

const CLOSING = /[，。、；：？！”’）》]$/u;

/** Estimates a line's width without the blank half of its last mark, which hangs outside. */
export function lineWidth(line: string, size: number, face: TextMark["face"] = "sans"): number {
  return textWidth(line, size, face) - (CLOSING.test(line) ? size / 2 : 0);
}

/**
 * Breaks `text` into as few lines of `width` px as its words allow, and at every 「|」. Prefers ends of phrases, and
 * lines of one length. `breakLines`, which pages use, knows no words.
 */
export function breakAtWords(
  text: string,
  size: number,
  width: number,
  face: TextMark["face"] = "sans",
): readonly string[] {
  const measure = (line: string): number => lineWidth(line, size, face);
  return text.split("|").flatMap((part) => {
    const words = splitWords(part, true).flatMap((word) => (measure(word) > width ? splitWords(word, false) : [word]));
    return setEvenly(words, (line) => measure(line) / width);
  });
}

interface Setting {
  readonly lines: readonly string[];
  readonly cost: number;
}

/** Chooses the cheapest of all settings that have the fewest lines; `measure` returns the share that a line fills. */
function setEvenly(words: readonly string[], measure: (line: string) => number): readonly string[] {
  const best: Setting[] = [{ lines: [], cost: 0 }];
  words.forEach((_, last) => {
    let chosen: Setting | undefined;
    for (let first = last; first >= 0; first -= 1) {
      const line = words
        .slice(first, last + 1)
        .join("")
        .trim();
      const filled = measure(line);
      if (filled > 1 && first < last) break;
      const before = best[first];
      if (before === undefined) continue;
      const cost = before.cost + (1 - filled) ** 2 + costOfEnd(line, words[last + 1]);
      const lines = [...before.lines, line];
      const fewer = chosen === undefined || lines.length < chosen.lines.length;
      if (fewer || (lines.length === chosen?.lines.length && cost < chosen.cost)) chosen = { lines, cost };
    }
    if (chosen !== undefined) best.push(chosen);
  });
  return best.at(-1)?.lines ?? [];
}
