import { normalizeText, offsetsOf, spansOf } from "./interview.ts";
import { type Part, WHOLE } from "./site-config.ts";

/** A number that is no date: 2018年, 8月 and the beginning of 1至8月 are none. */
const FIGURE = /\d+(?:\.\d+)?(?![\d.]*[年月至\d])/gu;

interface Count {
  readonly value: number;
  /** In the whole interview, from 1: of characters, where its parts begin. */
  readonly places: readonly number[];
}

interface Counted {
  readonly word: string;
  readonly section: string;
  /** `characters` or `figures`, to count these instead of the word. */
  readonly of?: unknown;
}

/**
 * Counts in one section of the interview, or in `all` of it; the words that open a part count as its text. Returns null
 * when the section cannot be found.
 */
export function countIn(raw: string, { word, section, of }: Counted, parts: readonly Part[]): Count | null {
  // The file of the interview may end on a bar that is not the interview's.
  const whole = keepCharacters(raw).replace(/\|$/u, "");
  const spans = spansOf(whole, parts);
  const span = spans.find(({ part }) => part.section === section);
  const text = section === WHOLE.section ? whole : span && whole.slice(span.from, span.to);
  if (text === undefined || word === "") return null;
  if (of === "characters") return { value: text.length, places: spans.map(({ from }) => from + 1) };
  const find = (among: string): readonly number[] =>
    of === "figures" ? [...among.matchAll(FIGURE)].map(({ index }) => index) : offsetsOf(among, keepCharacters(word));
  return { value: find(text).length, places: find(whole).map((at) => at + 1) };
}

/** Makes widths and quotation marks equal as `normalizeText` does, but keeps each character one character. */
function keepCharacters(text: string): string {
  return Array.from(text.replace(/\s+/gu, ""), (character) => {
    const normal = normalizeText(character);
    return normal.length === 1 ? normal : character;
  }).join("");
}
