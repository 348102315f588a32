import { isRecorded, type Line, type RecordedLine, type SpokenLine } from "./lines.ts";

/** How a line came out: see `PlaybackEvent`. */
export type Outcome = "ended" | "interrupted" | "failed" | "stalled" | "lost";

export interface Manner {
  readonly rate: number;
  /** Begins the line at its beginning; otherwise a sound that can goes on where it was left. */
  readonly anew: boolean;
}

/** A way to hear lines. */
export interface Source<L> {
  /** Plays a line. `heard` is called once, and never after `stop` or another line. */
  readonly play: (line: L, manner: Manner, heard: (outcome: Outcome) => void) => void;
  readonly stop: () => void;
  /** Returns whether there is a sound: while a page is hidden, some engines drop it without an event. */
  readonly isPlaying: () => boolean;
  /** Seconds of the line that are over, and their share of it, where the source knows them. */
  readonly elapsed: () => number;
  readonly share: () => number;
}

/** Joins two sources: each line stops what the other one plays. */
export function joinSources(voice: Source<SpokenLine>, recording: Source<RecordedLine>): Source<Line> {
  let current: Source<never> = voice;

  function turnTo<L>(next: Source<L>, line: L, { rate, anew }: Manner, heard: (outcome: Outcome) => void): void {
    const turned = next !== current;
    if (turned) current.stop();
    current = next;
    next.play(line, { rate, anew: anew || turned }, heard);
  }

  return {
    play(line, manner, heard) {
      if (isRecorded(line)) turnTo(recording, line, manner, heard);
      else turnTo(voice, line, manner, heard);
    },
    stop: () => current.stop(),
    isPlaying: () => current.isPlaying(),
    elapsed: () => current.elapsed(),
    share: () => current.share(),
  };
}
