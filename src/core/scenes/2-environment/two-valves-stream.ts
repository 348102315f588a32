import { range, sum } from "d3-array";
import { clamp, lerp } from "../../lib/math.ts";
import type { Box, Point } from "../../model/picture.ts";
import { bendRadius, type Cistern, floorOf, type PipeKind, plugBox } from "./two-valves-cistern.ts";

/** A grain's place; `due` is 1 for those still to be paid back, else 0. */
type Place = Point & { readonly due: number };

/** Rows that are in an outlet that is turned down, and in an open return pipe, at most. */
const ROWS: Readonly<Record<PipeKind, number>> = { outlet: 5, return: 22 };

/** Distance between two rows, in radii of a grain. */
const APART = 2.9;

const LEVEL_BEFORE = 0.72;

/** Returns `n` places that fill a box from its floor, in rows as even as can be, and the least distance of two. */
function fill({ x, y, width, height }: Box, n: number): { readonly places: readonly Point[]; readonly pitch: number } {
  const rows = Math.max(1, Math.round(Math.sqrt((n * height) / width)));
  const down = height / rows;
  const places = range(rows).flatMap((row) => {
    const inRow = Math.floor(((row + 1) * n) / rows) - Math.floor((row * n) / rows);
    const across = width / (inRow + 0.5);
    return range(inRow).map((k) => ({
      x: x + (k + 0.5 + 0.5 * (row % 2)) * across,
      y: y + height - (row + 0.5) * down,
    }));
  });
  return { places, pitch: Math.min(width / (Math.ceil(n / rows) + 0.5), down) };
}

/** Fills a box like `fill`, around what stands in it. */
function fillAround(box: Box, n: number, { x, y, width, height }: Box, r: number): readonly Point[] {
  const clear = (count: number): readonly Point[] =>
    fill(box, count).places.filter(
      (place) => place.x < x - r || place.x > x + width + r || place.y < y - r || place.y > y + height + r,
    );
  const count = range(n, 2 * n).find((more) => clear(more).length >= n) ?? n;
  return clear(count).slice(0, n);
}

/** Returns the point `s` px down the pipe and `aside` px from its middle, to the outside of the bend. */
function pointAlong(cistern: Cistern, s: number, aside: number): Point {
  const { down, up, foot } = cistern;
  const floor = floorOf(cistern);
  const leg = foot - floor;
  const r = bendRadius(cistern);
  if (r === 0) return { x: down + aside, y: floor + s };
  const bend = Math.PI * r;
  const turn = clamp(s - leg, 0, bend) / r;
  const straight = s < leg ? s : Math.min(leg, 2 * leg + bend - s);
  const out = r + aside;
  return { x: (down + up) / 2 - out * Math.cos(turn), y: floor + straight + out * Math.sin(turn) };
}

function pipeLength(cistern: Cistern): number {
  return (cistern.foot - floorOf(cistern)) * (cistern.kind === "outlet" ? 1 : 2) + Math.PI * bendRadius(cistern);
}

/** Returns the parts of the pipe on which nothing hides the grains, px from its upper end. */
function openParts(cistern: Cistern, r: number): readonly (readonly [from: number, to: number])[] {
  const { kind, half, plate, wall } = cistern;
  const [floor, length] = [floorOf(cistern), pipeLength(cistern)];
  const [top, bottom] = [plate.y - floor - r - 2, plate.y + plate.height - floor + r + 2];
  const head = half * 0.7;
  if (kind === "outlet") return [[head, top], [bottom, length - wall]]; // prettier-ignore
  return [[head * 0.4, length - bottom], [length - top, length - r]]; // prettier-ignore
}

/** Divides as many rows as have room evenly among the open parts of the pipe, and returns where on it each stands. */
function rowsAlong(cistern: Cistern, r: number): readonly number[] {
  const parts = openParts(cistern, r);
  const room = sum(parts, ([from, to]) => to - from);
  const n = Math.max(2, Math.min(ROWS[cistern.kind], Math.floor(room / (APART * r))));
  return range(n).map((k) => {
    let rest = ((k + 0.5) / n) * room;
    for (const [from, to] of parts) {
      if (rest <= to - from) return from + rest;
      rest -= to - from;
    }
    return parts.at(-1)?.[1] ?? 0;
  });
}

/** Radius of the grains of some cisterns, one for all of them. */
export function grainSize(cisterns: readonly Cistern[], n: number): number {
  return Math.min(...cisterns.flatMap(({ tank, half }) => [fill(tank, n).pitch * 0.44, half * 0.3]));
}

/** Returns the places of `n` grains of radius `r`; a grain that runs out of the cistern keeps its place in the file. */
export function placesIn(cistern: Cistern, n: number, r: number, turned: number): readonly Place[] {
  return cistern.kind === "outlet" ? dammed(cistern, n, r, turned) : returning(cistern, n, r, turned);
}

/** Returns a few grains that get past the plug one by one, and the others, whose level rises. */
function dammed(cistern: Cistern, n: number, r: number, turned: number): readonly Place[] {
  const { tank, half } = cistern;
  const floor = floorOf(cistern);
  const rows = rowsAlong(cistern, r);
  const level = lerp(LEVEL_BEFORE, 1, turned);
  const kept = fill(tank, n - rows.length).places.map(({ x, y }) => ({ x, y: floor - (floor - y) * level, due: 0 }));
  const run = rows.map((s, k) => {
    const aside = lerp(k % 2 === 0 ? -0.45 : 0.45, 0.55, turned) * half;
    const before = half * 0.7 + k * 2.4 * r;
    return { ...pointAlong(cistern, lerp(before, s, turned), aside), due: 0 };
  });
  return [...run, ...kept];
}

/** Returns the grains that run down, through the bend and up, where they are due, and the others, who spread out. */
function returning(cistern: Cistern, n: number, r: number, turned: number): readonly Place[] {
  const { tank, half } = cistern;
  const rows = rowsAlong(cistern, r);
  const running = 2 * rows.length;
  const before = fill(tank, n).places;
  const after = fillAround(tank, n - running, plugBox(cistern, 1), r);
  const length = pipeLength(cistern);
  const reach = half * 2.5;
  return before.map((from, k) => {
    const row = rows.at(-1 - Math.floor(k / 2));
    if (row === undefined) {
      const to = after[k - running] ?? from;
      return { x: lerp(from.x, to.x, turned), y: lerp(from.y, to.y, turned), due: 0 };
    }
    const s = row - (1 - turned) * (length + reach);
    const aside = (k % 2 === 0 ? 0.44 : -0.44) * half;
    const { x, y } = pointAlong(cistern, Math.max(0, s), aside);
    const waits = clamp(-s / reach, 0, 1);
    return { x: lerp(x, from.x, waits), y: lerp(y, from.y, waits), due: s > length / 2 ? 1 : 0 };
  });
}
