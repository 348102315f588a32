import type { Position } from "../picture/model.ts";

/** Where a reader was, and when (ms since 1970). */
export interface Place {
  /** Id of the step: an edited story may count its steps anew. */
  readonly step: string;
  readonly progress: number;
  readonly time: number;
}

export const PLACE_KEY = "anyuan.place.1";

/** A reader away for less than this was only called away for a moment, ms. */
const MOMENT = 30 * 60_000;

export function placeText({ step, progress, time }: Place): string {
  return `${step} ${progress} ${time}`;
}

/** The place of a kept text; null when it is none. */
export function placeFrom(text: string | null): Place | null {
  const [, step, share, time] = /^(\S+) (\S+) (\d+)$/.exec(text ?? "") ?? [];
  const progress = Number(share);
  if (step === undefined || !(progress >= 0 && progress <= 1)) return null;
  return { step, progress, time: Number(time) };
}

/** The position of a place in a story of the steps `ids`; null when the step is gone. */
export function positionAt(place: Place | null, ids: readonly string[]): Position | null {
  const step = place === null ? -1 : ids.indexOf(place.step);
  return place === null || step < 0 ? null : { step, progress: place.progress };
}

/**
 * Where a tab was left, of what the entry of its history says and what the tab itself. What is put into an entry while its page is taken away
 * is lost: after a reload the later of both counts. Another entry of the tab's history has a place of its own.
 */
export function leftAt(entry: Place | null, tab: Place | null, reloaded: boolean): Place | null {
  if (entry === null || tab === null) return entry ?? tab;
  return reloaded && tab.time > entry.time ? tab : entry;
}

/** What is known when a page opens. */
export interface Arrival {
  /** A reload, or back and forward. */
  readonly again: boolean;
  /** The address names a place of the page, or the reader has scrolled on while it loaded. */
  readonly addressed: boolean;
  readonly tab: Place | null;
  readonly device: Place | null;
  readonly now: number;
}

/** What becomes of a kept place when the page opens: it is gone to, it is offered, or the page opens as it would for anyone. */
export function arrive({ again, addressed, tab, device, now }: Arrival): {
  readonly place: Place;
  readonly offered: boolean;
} | null {
  if (again && tab !== null) return { place: tab, offered: false };
  if (addressed || device === null) return null;
  const away = now - device.time;
  return { place: device, offered: !(away >= 0 && away < MOMENT) };
}
