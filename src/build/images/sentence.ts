import { breakLines, textWidth } from "../../core/picture/text.ts";

/** A sentence set in Song, in lines that fit their room. */
export interface Sentence {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Line counts up to which a size is used, largest size first. */
export type SentenceSizes = readonly (readonly [size: number, most: number])[];

/** Sets a sentence of `room` px in the largest size that its lines allow; `smallest` even if they do not. */
export function setSentence(text: string, room: number, sizes: SentenceSizes, smallest = 14): Sentence {
  const set = sizes.map(([size, most]) => ({ size, most, lines: breakLines(text, size, room - size / 2, "song") }));
  const fitting = set.find(
    ({ size, most, lines }) => lines.length <= most && lines.every((line) => textWidth(line, size, "song") <= room),
  );
  return fitting ?? { size: smallest, lines: breakLines(text, smallest, room - smallest, "song") };
}
