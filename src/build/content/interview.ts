import type { Part } from "./site-config.ts";

/** The interview's text without spaces and with one sort of marks, and its places by offset. */
export interface Interview {
  readonly text: string;
  /** By part, its first offset and the next part's; empty when an opening cannot be found. */
  readonly spans: readonly { readonly part: Part; readonly from: number; readonly to: number }[];
  readonly turns: readonly { readonly speaker: string; readonly from: number }[];
  readonly paragraphs: readonly number[];
}

export function normalizeText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[“”„‟「」『』"'‘’]/gu, '"')
    .replace(/[—–―─-]+/gu, "-")
    .replace(/[•·‧・]/gu, "·")
    .replace(/\s+/gu, "");
}

/** `speakers` are the names before a colon that open a turn. The words that open a part count as its text. */
export function parseInterview(raw: string, parts: readonly Part[], speakers: Iterable<string>): Interview {
  const text = normalizeText(raw);
  return { text, spans: spansOf(text, parts), turns: turnsOf(text, speakers), paragraphs: paragraphsOf(raw) };
}

/** The text must have one sort of marks, as `normalizeText` makes them. */
export function spansOf(text: string, parts: readonly Part[]): Interview["spans"] {
  const starts = parts.reduce<readonly number[]>(
    (before, { opens }) => [...before, opens === null ? 0 : text.indexOf(normalizeText(opens), before.at(-1) ?? 0)],
    [],
  );
  if (starts.includes(-1)) return [];
  return parts.map((part, index) => ({ part, from: starts[index] ?? 0, to: starts[index + 1] ?? text.length }));
}

function turnsOf(text: string, speakers: Iterable<string>): Interview["turns"] {
  return [...speakers]
    .flatMap((speaker) => {
      const opening = `${normalizeText(speaker)}:`;
      return offsetsOf(text, opening).map((from) => ({ speaker, from }));
    })
    .sort((a, b) => a.from - b.from);
}

/** A paragraph begins after a space that follows the end of a sentence: some copies have lost their line breaks. */
function paragraphsOf(raw: string): readonly number[] {
  const starts: number[] = [];
  let length = 0;
  let ended = true;
  for (const piece of raw.split(/\s+/u).map(normalizeText)) {
    if (piece === "") continue;
    if (ended) starts.push(length);
    length += piece.length;
    ended = /[。!?."]$/u.test(piece);
  }
  return starts;
}

export function offsetsOf(text: string, part: string): readonly number[] {
  const out: number[] = [];
  for (let at = text.indexOf(part); at !== -1 && part !== ""; at = text.indexOf(part, at + 1)) out.push(at);
  return out;
}

export interface InterviewPlace {
  readonly part: Part | null;
  /** Null outside turns. */
  readonly speaker: string | null;
  /** Counts the speaker's paragraphs in this part, from 1. */
  readonly paragraph: number;
}

export function placeAt({ spans, turns, paragraphs }: Interview, offset: number): InterviewPlace {
  const span = spans.find(({ from, to }) => from <= offset && offset < to);
  const inside = turns.filter(({ from }) => from <= offset && from >= (span?.from ?? 0));
  const speaker = inside.at(-1)?.speaker ?? null;
  const paragraph = inside.reduce((count, turn, index) => {
    if (turn.speaker !== speaker) return count;
    const end = inside[index + 1]?.from ?? offset + 1;
    return count + 1 + paragraphs.filter((start) => start > turn.from && start < end && start <= offset).length;
  }, 0);
  return { part: span?.part ?? null, speaker, paragraph };
}
