import { linearStep } from "../lib/math.ts";

/** Maps progress 0–1 to eased progress 0–1. */
type Ease = (k: number) => number;

const linear: Ease = (k) => k;

/** Progress, 0–1, of one part of a scene's action, as a function of the action's progress `t`. */
export interface Beat {
  (t: number): number;
  readonly from: number;
  readonly to: number;
}

/** A beat that each of several items has later than the one before it: `k` is the item's index. */
export interface Stagger {
  (t: number, k: number): number;
  readonly from: number;
  readonly to: number;
  readonly each: number;
}

/** A scene's beats by name: all its choreography in one place. */
export type Score = Readonly<Record<string, Beat | Stagger>>;

/**
 * Creates a beat that runs from 0 at `from` to 1 at `to`, both in [0, 1]. With `from` after `to` it runs from 1 to 0.
 */
export function beat(from: number, to: number, ease: Ease = linear): Beat {
  return Object.assign((t: number) => ease(linearStep(t, from, to)), { from, to });
}

/** Creates a beat whose item `k` starts `each × k` after the first. */
export function stagger(each: number, from: number, to: number, ease: Ease = linear): Stagger {
  const run = (t: number, k: number): number => ease(linearStep(t, from + each * k, to + each * k));
  return Object.assign(run, { from, to, each });
}
