import { breakAtWords, lineWidth } from "./word-lines.ts";

/** A sentence set in Song, in lines that fit their room. */
export interface Sentence {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Line counts up to which a size is used, largest size first. */
export type SentenceSizes = readonly (readonly [size: number, most: number])[];

/** Sets a sentence of `room` px in the largest size that its lines allow; `smallest` even if they do not. */
export function setSentence(text: string, room: number, sizes: SentenceSizes, smallest = 14): Sentence {
  const set = sizes.map(([size, most]) => ({ size, most, lines: breakAtWords(text, size, room, "song") }));
  const fitting = set.find(
    ({ size, most, lines }) => lines.length <= most && lines.every((line) => lineWidth(line, size, "song") <= room),
  );
  return fitting ?? { size: smallest, lines: breakAtWords(text, smallest, room, "song") };
}
