import type { Position } from "../../../core/model/picture.ts";

/** Where a reader was, and when (ms since 1970). */
export interface SavedPosition {
  /** Id of the step: an edited story may count its steps anew. */
  readonly step: string;
  readonly progress: number;
  readonly time: number;
}

export const POSITION_KEY = "anyuan.place.1";

/** A reader away for less than this was only called away for a moment, ms. */
const MOMENT = 30 * 60_000;

export function serializePosition({ step, progress, time }: SavedPosition): string {
  return `${step} ${progress} ${time}`;
}

/** The place of a kept text; null when it is none. */
export function parsePosition(text: string | null): SavedPosition | null {
  const [, step, share, time] = /^(\S+) (\S+) (\d+)$/.exec(text ?? "") ?? [];
  const progress = Number(share);
  if (step === undefined || !(progress >= 0 && progress <= 1)) return null;
  return { step, progress, time: Number(time) };
}

/** The position of a place in a story of the steps `ids`; null when the step is gone. */
export function toPosition(place: SavedPosition | null, ids: readonly string[]): Position | null {
  const step = place === null ? -1 : ids.indexOf(place.step);
  return place === null || step < 0 ? null : { step, progress: place.progress };
}

/**
 * Where a tab was left, of what the entry of its history says and what the tab itself. What is put into an entry while its page is taken away
 * is lost: after a reload the later of both counts. Another entry of the tab's history has a place of its own.
 */
export function latestPosition(
  entry: SavedPosition | null,
  tab: SavedPosition | null,
  reloaded: boolean,
): SavedPosition | null {
  if (entry === null || tab === null) return entry ?? tab;
  return reloaded && tab.time > entry.time ? tab : entry;
}

/** What is known when a page opens. */
export interface ArrivalContext {
  /** A reload, or back and forward. */
  readonly again: boolean;
  /** The address names a place of the page, or the reader has scrolled on while it loaded. */
  readonly addressed: boolean;
  readonly tab: SavedPosition | null;
  readonly device: SavedPosition | null;
  readonly now: number;
}

/** What becomes of a kept place when the page opens: it is gone to, it is offered, or the page opens as it would for anyone. */
export function decideOnArrival({ again, addressed, tab, device, now }: ArrivalContext): {
  readonly place: SavedPosition;
  readonly offered: boolean;
} | null {
  if (again && tab !== null) return { place: tab, offered: false };
  if (addressed || device === null) return null;
  const away = now - device.time;
  return { place: device, offered: !(away >= 0 && away < MOMENT) };
}
