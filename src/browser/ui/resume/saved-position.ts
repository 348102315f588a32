import { positionKey } from "../../../core/model/names.ts";
import type { Position } from "../../../core/model/picture.ts";
import type { Store } from "../storage.ts";

export interface SavedPosition {
  /** Id and not index: an edited story may number its steps differently. */
  readonly step: string;
  readonly progress: number;
  /** ms since 1970. */
  readonly time: number;
}

/** Absence, ms, below which the position is restored without asking. */
const MOMENT = 30 * 60_000;

export function serializePosition({ step, progress, time }: SavedPosition): string {
  return `${step} ${progress} ${time}`;
}

export function parsePosition(text: string | null): SavedPosition | null {
  const [, step, share, time] = /^(\S+) (\S+) (\d+)$/.exec(text ?? "") ?? [];
  const progress = Number(share);
  if (step === undefined || !(progress >= 0 && progress <= 1)) return null;
  return { step, progress, time: Number(time) };
}

/** Keeps a serialized position, in the tab and on the device. */
export function savePosition(text: string, stores: readonly Store[]): void {
  for (const store of stores) store.set(positionKey(STORY_NAME), text);
}

export function readPosition(store: Store): SavedPosition | null {
  return parsePosition(store.get(positionKey(STORY_NAME)));
}

export function toPosition(place: SavedPosition | null, ids: readonly string[]): Position | null {
  const step = place === null ? -1 : ids.indexOf(place.step);
  return place === null || step < 0 ? null : { step, progress: place.progress };
}

/**
 * Takes the history entry's, as each entry has its own position; after a reload the later of both, as an entry's state
 * that is written during unload is lost.
 */
export function latestPosition(
  entry: SavedPosition | null,
  tab: SavedPosition | null,
  reloaded: boolean,
): SavedPosition | null {
  if (entry === null || tab === null) return entry ?? tab;
  return reloaded && tab.time > entry.time ? tab : entry;
}

export interface ArrivalContext {
  readonly again: boolean;
  /** True when the URL has a hash or the reader scrolled while the page loaded. */
  readonly addressed: boolean;
  readonly tab: SavedPosition | null;
  readonly device: SavedPosition | null;
  readonly now: number;
}

export function decideOnArrival({ again, addressed, tab, device, now }: ArrivalContext): {
  readonly place: SavedPosition;
  readonly offered: boolean;
} | null {
  if (again && tab !== null) return { place: tab, offered: false };
  if (addressed || device === null) return null;
  const away = now - device.time;
  return { place: device, offered: !(away >= 0 && away < MOMENT) };
}
