/** One entry of Event Timing; times in ms. */
export interface EventEntry {
  /** 0 for an event that belongs to no interaction. */
  readonly interaction: number;
  readonly start: number;
  /** From the input to the next paint, as Chromium rounds it: to 8 ms. */
  readonly duration: number;
}

/** Shorter events have no entry, ms. */
export const THRESHOLD = 16;

/** Time from a tap at `from` to the paint that answers it: its longest event, ms. `THRESHOLD` where all were shorter. */
export function answerTime(entries: readonly EventEntry[], from: number): number {
  const own = entries.filter(({ interaction, start }) => interaction !== 0 && start >= from);
  return Math.max(THRESHOLD, ...own.map(({ duration }) => duration));
}
