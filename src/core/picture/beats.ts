import { linearStep } from "../lib/math.ts";

type Ease = (k: number) => number;

const linear: Ease = (k) => k;

export interface Beat {
  (t: number): number;
  readonly from: number;
  readonly to: number;
}

export interface Stagger {
  (t: number, k: number): number;
  readonly from: number;
  readonly to: number;
  readonly each: number;
}

export type Score = Readonly<Record<string, Beat | Stagger>>;

/** Creates a beat from 0 at `from` to 1 at `to`, both in [0, 1]; with `from` after `to` it runs from 1 to 0. */
export function beat(from: number, to: number, ease: Ease = linear): Beat {
  return Object.assign((t: number) => ease(linearStep(t, from, to)), { from, to });
}

/** Creates a beat whose item `k` starts `each × k` after the first. */
export function stagger(each: number, from: number, to: number, ease: Ease = linear): Stagger {
  const run = (t: number, k: number): number => ease(linearStep(t, from + each * k, to + each * k));
  return Object.assign(run, { from, to, each });
}
