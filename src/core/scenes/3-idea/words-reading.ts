import { pairs, sum } from "d3-array";
import type { LayoutContext } from "../../model/picture.ts";
import { GRAIN_COUNT } from "../../picture/grains.ts";

/** A part of the interview: its grains, and its places as counted from the interview's first character, from 1. */
interface Part {
  readonly from: number;
  readonly end: number;
  readonly first: number;
  readonly count: number;
}

/** Shares the grains out by length: each part gets its whole share, and those cut down most get one more. */
function shareOut(lengths: readonly number[]): readonly number[] {
  const shares = lengths.map((length) => (GRAIN_COUNT * length) / sum(lengths));
  const left = GRAIN_COUNT - sum(shares, Math.floor);
  const nearest = shares.map((_, k) => k).sort((a, b) => ((shares[b] ?? 0) % 1) - ((shares[a] ?? 0) % 1) || a - b);
  return shares.map((share, k) => Math.floor(share) + (nearest.indexOf(k) < left ? 1 : 0));
}

/** Divides the interview, without its lead, into grains in reading order. */
export function divideInterview(fact: LayoutContext["fact"]): readonly Part[] {
  const { places = [], value } = fact("interview-length");
  const lead = fact("lead-length").value ?? 0;
  const bounds = [...places.filter((place) => place > lead), (value ?? 0) + 1];
  const spans = pairs(bounds, (from, end) => ({ from, end }));
  const counts = shareOut(spans.map(({ from, end }) => end - from));
  return spans.map(({ from, end }, k) => ({ from, end, first: sum(counts.slice(0, k)), count: counts[k] ?? 0 }));
}

export interface Occurrence {
  readonly part: number;
  readonly grain: number;
}

/** Finds the grains that hold the places of a count; places in the lead have none. */
export function findOccurrences(parts: readonly Part[], places: readonly number[] = []): readonly Occurrence[] {
  return places.flatMap((place) => {
    const part = parts.findIndex(({ from, end }) => place >= from && place < end);
    const found = parts[part];
    if (found === undefined) return [];
    const { from, end, first, count } = found;
    return [{ part, grain: first + Math.floor(((place - from) * count) / (end - from)) }];
  });
}
