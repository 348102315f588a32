import { clamp } from "../lib/math.ts";
import type { Position } from "./picture.ts";
import { ENTER_START } from "./timing.ts";

/** Step + progress. The end of a step and the start of the next are the same number and the same picture. */
export function toScalar(at: Position): number {
  return at.step + at.progress;
}

export function fromScalar(number: number, steps: number): Position {
  const step = clamp(Math.floor(number), 0, steps - 1);
  return { step, progress: clamp(number - step) };
}

/** Counts the previous step as long as its picture holds: its text is still on screen. */
export function stepInView(at: Position): number {
  return at.progress < ENTER_START ? Math.max(0, at.step - 1) : at.step;
}
