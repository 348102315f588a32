import { clamp } from "../../core/lib/math.ts";
import type { Position } from "../../core/model/picture.ts";
import type { Pace } from "../../core/model/story.ts";
import { ENTER_START, REST_AT } from "../../core/model/timing.ts";

/** Returns the position at document offset `y`, px. `edges` are each step's top and the last step's bottom, px. */
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

export function yOfPosition(edges: readonly number[], at: Position): number {
  const top = edges[at.step] ?? 0;
  return top + at.progress * ((edges[at.step + 1] ?? top) - top);
}

/** Ignores a change of one step: opening a table in it moves nothing above it. */
export function layoutChanged(before: readonly number[], after: readonly number[]): boolean {
  const height = (edges: readonly number[], step: number): number => (edges[step + 1] ?? 0) - (edges[step] ?? 0);
  const steps = after.slice(1).map((_, step) => step);
  return steps.filter((step) => Math.abs(height(after, step) - height(before, step)) > 0.5).length > 1;
}

export type MotionPreference = "full" | "reduced";

/**
 * Returns the start of a played step or, after its action, `REST_AT`. With reduced motion every step counts as played.
 */
export function restPosition(at: Position, pace: Pace, motion: MotionPreference): Position {
  if (pace === "scrub" && motion === "full") return at;
  if (at.progress < ENTER_START) return { step: at.step, progress: 0 };
  return { step: at.step, progress: REST_AT };
}
