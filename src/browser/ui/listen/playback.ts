export interface Playback {
  readonly status: "playing" | "paused" | "ended";
  /** Index of the line that is spoken, or comes next. */
  readonly line: number;
  readonly rate: number;
  /** Number of the utterance: events of an earlier one no longer count. */
  readonly turn: number;
  /** The line begins at its beginning; otherwise a recording goes on where it was left. */
  readonly anew: boolean;
  /** Utterances in a row that did not end as they should. */
  readonly faults: number;
}

type Command =
  | { readonly type: "play" | "pause" }
  /** Goes a step forward or back; in the middle of a step, or `far` in its only line, back to its beginning. */
  | { readonly type: "skip"; readonly by: 1 | -1; readonly far?: boolean }
  | { readonly type: "move"; readonly line: number }
  | { readonly type: "rate"; readonly rate: number };

/**
 * The sound has ended; was taken away, e.g. by a phone call; the voice has refused, or is silent although it never said
 * that it has ended; a recording does not come.
 */
interface Answer {
  readonly type: "ended" | "interrupted" | "failed" | "stalled" | "lost";
  readonly turn: number;
}

export type PlaybackEvent = Command | Answer;

/** Faults in a row after which the voice is given up. */
const MOST_FAULTS = 3;

export function hasFailed({ status, faults }: Playback): boolean {
  return status === "paused" && faults >= MOST_FAULTS;
}

/** Index of the first line of the step that holds a line. */
function startOfStep(steps: readonly number[], line: number): number {
  return steps.indexOf(steps[line] ?? 0);
}

function move(now: Playback, line: number): Playback {
  const status = now.status === "ended" ? "paused" : now.status;
  return { ...now, status, line, turn: now.turn + 1, anew: true, faults: 0 };
}

function skip(now: Playback, steps: readonly number[], by: 1 | -1, far: boolean): Playback {
  const start = startOfStep(steps, now.line);
  const next = steps.findIndex((step) => step > (steps[now.line] ?? 0));
  const back = far || now.line > start ? start : startOfStep(steps, Math.max(0, start - 1));
  if (by === 1 && next === -1) return now;
  return move(now, by === 1 ? next : back);
}

function goOn(now: Playback, lines: number, faults: number): Playback {
  const turn = now.turn + 1;
  if (now.line + 1 >= lines) return { ...now, status: "ended", turn, anew: false, faults: 0 };
  return { ...now, line: now.line + 1, turn, anew: false, faults };
}

function obey(now: Playback, command: Command, steps: readonly number[]): Playback {
  const turn = now.turn + 1;
  switch (command.type) {
    case "play":
      if (now.status === "playing") return now;
      if (now.status === "ended") return { ...move(now, 0), status: "playing" };
      return { ...now, status: "playing", turn, faults: 0 };
    case "pause":
      return now.status === "playing" ? { ...now, status: "paused", turn, anew: false, faults: 0 } : now;
    case "skip":
      return skip(now, steps, command.by, command.far === true);
    case "move":
      return move(now, command.line);
    case "rate":
      if (command.rate === now.rate) return now;
      return { ...now, rate: command.rate, turn, anew: now.anew && now.status !== "playing" };
  }
}

function take(now: Playback, { type, turn: answered }: Answer, lines: number): Playback {
  if (answered !== now.turn || now.status !== "playing") return now;
  const turn = now.turn + 1;
  const faults = now.faults + 1;
  switch (type) {
    case "ended":
      return goOn(now, lines, 0);
    case "interrupted":
      return { ...now, status: "paused", turn, anew: false, faults: 0 };
    case "failed":
      // The same line once more, and then no other.
      return faults > 1 ? { ...now, status: "paused", turn, faults: MOST_FAULTS } : { ...now, turn, faults };
    case "stalled":
      return faults >= MOST_FAULTS ? { ...now, status: "paused", turn, faults } : goOn(now, lines, faults);
    case "lost":
      return { ...now, status: "paused", turn, anew: false, faults: MOST_FAULTS };
  }
}

/**
 * Returns the playback after an event; `steps` has the step of each line. Every utterance to be spoken, and every
 * silence, has its own `turn`.
 */
export function advance(now: Playback, event: PlaybackEvent, steps: readonly number[]): Playback {
  return "turn" in event ? take(now, event, steps.length) : obey(now, event, steps);
}

/** Starts at the kept line, within the lines that there are. */
export function createPlayback(line: number, rate: number, lines: number): Playback {
  return { status: "paused", line: Math.max(0, Math.min(line, lines - 1)), rate, turn: 0, anew: true, faults: 0 };
}
