import { ARMED, REST } from "../picture/beats.ts";
import type { Position } from "../picture/model.ts";
import type { Pace } from "../story/model.ts";

/** How much a reader wishes to see moving. */
export type Motion = "full" | "reduced";

/**
 * Where a position should come to rest. A scrubbed step rests where the finger is; a played one before its picture or after its action;
 * with reduced motion every step is treated as two states, not a movement.
 */
export function settle(at: Position, pace: Pace, motion: Motion): Position {
  if (pace === "scrub" && motion === "full") return at;
  if (at.progress < ARMED) return { step: at.step, progress: 0 };
  return { step: at.step, progress: REST };
}

/** Which step a reader at a position is reading, for a page that shows one at a time: a step just begun has only its first line on the screen. */
export function cardOf(at: Position): number {
  return at.progress < ARMED ? Math.max(0, at.step - 1) : at.step;
}
