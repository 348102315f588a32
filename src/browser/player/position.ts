import { clamp } from "../../core/lib/math.ts";
import type { Position } from "../../core/model/picture.ts";
import type { Pace } from "../../core/model/story.ts";
import { PLAY_FROM, REST_AT } from "../../core/model/timing.ts";

/**
 * Where the reader is. `edges`: document y of each step's top and of the last step's bottom, ascending, px (n + 1 numbers for n steps);
 * `y`: document y of the line that decides, px. Before the first and after the last step the position is held at the story's ends.
 */
export function positionAtY(edges: readonly number[], y: number): Position {
  const last = edges.length - 2;
  let step = 0;
  let high = last;
  while (step < high) {
    const middle = Math.ceil((step + high) / 2);
    if ((edges[middle] ?? 0) <= y) step = middle;
    else high = middle - 1;
  }
  const top = edges[step] ?? 0;
  const height = (edges[step + 1] ?? top) - top;
  return { step, progress: height > 0 ? clamp((y - top) / height) : 0 };
}

/** A position as one number: step + progress. The end of a step and the start of the next are the same picture and the same number. */
export function toScalar(at: Position): number {
  return at.step + at.progress;
}

/** The position of a travelled number in a story of `steps` steps. */
export function fromScalar(number: number, steps: number): Position {
  const step = clamp(Math.floor(number), 0, steps - 1);
  return { step, progress: clamp(number - step) };
}

/** The document y at which a position is decided, px: the inverse of `locate`. */
export function yOfPosition(edges: readonly number[], at: Position): number {
  const top = edges[at.step] ?? 0;
  return top + at.progress * ((edges[at.step + 1] ?? top) - top);
}

/**
 * Whether the page took another shape between two measurements of its edges, so that the reader's place has to be sought again.
 * One step alone may grow under the reader's hand (an opened table): that moves nothing above it.
 */
export function layoutChanged(before: readonly number[], after: readonly number[]): boolean {
  const height = (edges: readonly number[], step: number): number => (edges[step + 1] ?? 0) - (edges[step] ?? 0);
  const steps = after.slice(1).map((_, step) => step);
  return steps.filter((step) => Math.abs(height(after, step) - height(before, step)) > 0.5).length > 1;
}

/** How much a reader wishes to see moving. */
export type MotionPreference = "full" | "reduced";

/**
 * Where a position should come to rest. A scrubbed step rests where the finger is; a played one before its picture or after its action;
 * with reduced motion every step is treated as two states, not a movement.
 */
export function restPosition(at: Position, pace: Pace, motion: MotionPreference): Position {
  if (pace === "scrub" && motion === "full") return at;
  if (at.progress < PLAY_FROM) return { step: at.step, progress: 0 };
  return { step: at.step, progress: REST_AT };
}

/** Which step a reader at a position is reading, for a page that shows one at a time: a step just begun has only its first line on the screen. */
export function stepInView(at: Position): number {
  return at.progress < PLAY_FROM ? Math.max(0, at.step - 1) : at.step;
}
