import { cumsum, range } from "d3-array";
import { clamp } from "../../lib/math.ts";
import type { Box, LayoutContext, Point } from "../../model/picture.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { layoutScopeAndSource } from "../props/scope-and-source.ts";

/** Grains round the one of a known rank. */
const PETALS = 8;

/** Radius of a flower of grains, in radii of a grain. */
const FLOWER = 1 + 1 / Math.sin(Math.PI / PETALS);

/** Widths of a year whose rank was looked up, of one that is folded, and of the fault. */
const WIDTHS = { known: 1, unknown: 0.22, fault: 1.1 } as const;

/** Height of a numeral's digits and room below them, em. */
const [DIGITS, DESCENT] = [0.74, 0.14];

export interface Year {
  readonly year: number;
  readonly x: number;
  readonly width: number;
  readonly rank: number | null;
  /** Place in the order of the years with a known rank, else -1. */
  readonly turn: number;
  readonly after: boolean;
}

/** Neighbouring years on one side of the fault, of one rank or all unknown. */
export interface Run {
  readonly years: readonly [Year, ...Year[]];
  readonly rank: number | null;
  readonly left: number;
  readonly right: number;
}

/** A grain's place, and its way from there when its year opens, px. */
interface Spot extends Point {
  readonly way: Point;
  readonly turn: number;
  readonly petal: boolean;
  /** Tells a year whose rank was looked up. */
  readonly known: boolean;
}

function ranksOf(fact: LayoutContext["fact"]) {
  const { table } = fact("ranks");
  if (table === undefined) throw new RangeError("no table of ranks");
  return table;
}

function placeYears({ rows, breakAfter }: ReturnType<typeof ranksOf>, left: number, right: number) {
  const known = rows.filter(({ values }) => values[0] !== null);
  const widthOf = (row: (typeof rows)[number]): number => (known.includes(row) ? WIDTHS.known : WIDTHS.unknown);
  const ends = cumsum(rows, widthOf);
  const step = (right - left) / ((ends.at(-1) ?? 1) + WIDTHS.fault);
  const years = rows.map((row, k): Year => {
    const after = breakAfter !== null && row.year > breakAfter;
    const width = widthOf(row) * step;
    const x = left + (ends[k] ?? 0) * step - width / 2 + (after ? WIDTHS.fault * step : 0);
    return { year: row.year, x, width, rank: row.values[0] ?? null, turn: known.indexOf(row), after };
  });
  const before = years.filter(({ after }) => !after).at(-1);
  const crack = (before === undefined ? left : before.x + before.width / 2) + (WIDTHS.fault * step) / 2;
  return { years, step, crack };
}

function joinRuns(years: readonly Year[]): readonly Run[] {
  const runs: [Year, ...Year[]][] = [];
  for (const year of years) {
    const last = runs.at(-1);
    if (last?.[0].rank === year.rank && last[0].after === year.after) last.push(year);
    else runs.push([year]);
  }
  return runs.map((members) => {
    const [first, last] = [members[0], members.at(-1) ?? members[0]];
    return { years: members, rank: first.rank, left: first.x - first.width / 2, right: last.x + last.width / 2 };
  });
}

/** Returns a place for each grain: one for each rank of each year, and eight more round each known rank. */
function placeSpots(
  years: readonly Year[],
  ranks: readonly number[],
  middle: (place: number) => number,
  petal: number,
): readonly Spot[] {
  const radius = petal * (FLOWER - 1);
  const still = { x: 0, y: 0 };
  return years.flatMap(({ x, rank, turn }) =>
    ranks.flatMap((place): readonly Spot[] => {
      const at = { x, y: middle(place) };
      if (place !== rank) return [{ ...at, way: still, turn: -1, petal: false, known: turn >= 0 }];
      const petals = range(PETALS).map((k): Spot => {
        const angle = (2 * Math.PI * k) / PETALS;
        const way = { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
        return { ...at, way, turn, petal: true, known: true };
      });
      return [{ ...at, way: still, turn, petal: false, known: true }, ...petals];
    }),
  );
}

/** Lays the ranks that no known year has in a thin band, and a high row for each rank below it. */
export function layoutRanks({ size, box, fact, label }: LayoutContext) {
  const note = typeSize(size, "note");
  const ranks = range(1, (fact("rank-cities").value ?? 0) + 1);
  const printed = ["rank-first", "rank-next", "rank-last"].map((id) => ({ fact: id, place: fact(id).value ?? 0 }));
  const folded = (printed[0]?.place ?? 1) - 1;
  const { rows: ends, lines } = layoutScopeAndSource({ box, label }, note);
  const recount = ends.scope + note * (1.35 * (lines.scope.length - 1) + 1.8);
  const [top, foot] = [recount + note * 0.5, ends.source - note * 2.9];

  const pitch = clamp((foot - top) * 0.022, 3.6, 15);
  const band: Box = { x: box.x, y: top, width: box.width, height: pitch * (folded + 0.6) };
  const row = (foot - band.y - band.height) / (ranks.length - folded);
  const [left, right] = [box.x + textWidth(String(folded), note) + note * 0.9, box.x + box.width];
  const { years, step, crack } = placeYears(ranksOf(fact), left, right);
  const petal = Math.min(step * 0.47, row * 0.165) / FLOWER;
  const flower = petal * FLOWER;
  const air = Math.min(note * 0.4, row * 0.06);
  const numeral = Math.min(step * 2, (row - 2 * flower - 3 * air) / (DIGITS + DESCENT));

  const ledge = (place: number): number => band.y + band.height + (place - folded) * row;
  const middle = (place: number): number =>
    place <= folded ? top + (place - 0.2) * pitch : ledge(place) - air - flower;
  return {
    note,
    numeral,
    row,
    step,
    air,
    folded,
    band,
    crack,
    fault: { top: top - note * 0.2, foot: foot + note * 0.4, half: step * WIDTHS.fault * 0.3 },
    loose: ranks.filter((place) => place > folded),
    ledge,
    middle,
    years,
    runs: joinRuns(years),
    petal,
    ring: Math.min(petal, pitch * 0.28, (step * WIDTHS.unknown) / 2.6),
    spots: placeSpots(years, ranks, middle, petal),
    ends: { left, right },
    numeralBase: (place: number, type: number): number => middle(place) - flower - type * DESCENT,
    rows: { ...ends, recount },
    lines,
    printed,
  };
}

export type RankLayout = ReturnType<typeof layoutRanks>;
