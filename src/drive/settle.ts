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
