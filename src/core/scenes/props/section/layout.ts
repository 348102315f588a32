import { greatest, min, range } from "d3-array";
import { type ScaleLinear, scaleBand, scaleLinear } from "d3-scale";
import { stack, stackOffsetExpand } from "d3-shape";
import type { Box, Point } from "../../../model/picture.ts";
import type { YearTable } from "../../../model/story.ts";
import { GRAIN_COUNT } from "../../../picture/grains.ts";
import { GROUP_SIZE, groupOf, GROUPS, rankInGroup } from "../../groups.ts";

/** From the foot of the section up. */
export const SECTORS = ["primary", "secondary", "tertiary"] as const;
export type Sector = (typeof SECTORS)[number];

/** Part of a year's value added, from `low` to `high`, shares of the whole. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

export interface YearShares {
  readonly year: number;
  readonly bands: Readonly<Record<Sector, Band>>;
}

export function shareOf({ low, high }: Band): number {
  return high - low;
}

/** Prints per cent with one decimal. */
export function printShare(band: Band): string {
  return `${(shareOf(band) * 100).toFixed(1)}%`;
}

type Values = Readonly<Record<Sector, number>> & { readonly year: number };

function readValues({ columns, rows }: YearTable): readonly Values[] {
  return rows.map(({ year, values }) => {
    const of = (sector: Sector): number => values[columns.indexOf(sector)] ?? 0;
    return { year, primary: of("primary"), secondary: of("secondary"), tertiary: of("tertiary") };
  });
}

export function stackShares(table: YearTable): readonly YearShares[] {
  const values = readValues(table);
  const layers = stack<Values, Sector>()
    .keys(SECTORS)
    .value((row, sector) => row[sector])
    .offset(stackOffsetExpand)([...values]);
  return values.map(({ year }, k) => {
    const bandOf = (sector: Sector): Band => {
      const [low = 0, high = 0] = layers.find(({ key }) => key === sector)?.[k] ?? [];
      return { low, high };
    };
    return {
      year,
      bands: { primary: bandOf("primary"), secondary: bandOf("secondary"), tertiary: bandOf("tertiary") },
    };
  });
}

/** Grains of a year. */
export const GRAINS_A_YEAR = 10;

/** Widths between the two sides of the fault in widths of a column: shut, open, and of its parts when open. */
const GAP = { shut: 0.55, open: 3.1, fault: 0.8, core: 1.7 } as const;

export interface Column extends YearShares {
  /** Left edge while the fault has no width, px. */
  readonly left: number;
  readonly after: boolean;
}

export interface Section {
  readonly columns: readonly Column[];
  readonly pitch: number;
  /** From 0 at the foot to 1 at the top. */
  readonly y: ScaleLinear<number, number>;
  readonly box: Box;
  readonly r: number;
  /** Right edge of the years before the break, px. */
  readonly edge: number;
}

/** `open` 0–1 is the widest that the fault gets: the box has room for it. */
export function layoutSection(table: YearTable, box: Box, open = 1): Section {
  const shares = stackShares(table);
  const years = shares.map(({ year }) => year);
  const pitch = box.width / (years.length + gapWidth(open));
  const x = scaleBand(years, [box.x, box.x + pitch * years.length]);
  const columns = shares.map((one): Column => {
    const after = table.breakAfter !== null && one.year > table.breakAfter;
    return { ...one, left: x(one.year) ?? box.x, after };
  });
  const edge = min(columns, ({ after, left }) => (after ? left : undefined)) ?? box.x + box.width;
  const y = scaleLinear([0, 1], [box.y + box.height, box.y]);
  return { columns, pitch, y, box, edge, r: Math.min(pitch * 0.33, box.height * 0.034, 9) };
}

function gapWidth(open: number): number {
  return GAP.shut + (GAP.open - GAP.shut) * open;
}

export function faultWidth({ pitch }: Section, open: number): number {
  return pitch * gapWidth(open);
}

export function leftOf(section: Section, { left, after }: Column, open: number): number {
  return left + (after ? faultWidth(section, open) : 0);
}

export function faultX(section: Section, open: number): number {
  const { edge, pitch } = section;
  return edge + pitch * (GAP.shut / 2 + (GAP.fault - GAP.shut / 2) * open);
}

/** Left edge of the column that stands between the fault and the years after it, px. */
export function coreLeft({ edge, pitch }: Section): number {
  return edge + pitch * GAP.core;
}

export function columnOf({ columns }: Section, year: number): Column {
  const found = columns.find((column) => column.year === year);
  if (found === undefined) throw new RangeError(`no such year: ${year}`);
  return found;
}

export function peakOf({ columns }: Section, sector: Sector): Column | undefined {
  return greatest(columns, ({ bands }) => shareOf(bands[sector]));
}

export interface GrainPlace extends Point {
  readonly column: Column;
  readonly sector: Sector;
}

/** Places of the grains by index. The groups take turns, so that each is spread over all years. */
export function placeGrains(section: Section, open: number): readonly GrainPlace[] {
  const { columns, pitch, y } = section;
  const names = GROUPS.map(({ name }) => name);
  return range(GRAIN_COUNT).flatMap((index) => {
    const turn = rankInGroup(index) * (GRAIN_COUNT / GROUP_SIZE) + names.indexOf(groupOf(index));
    const column = columns[Math.floor(turn / GRAINS_A_YEAR)];
    if (column === undefined) return [];
    const share = ((turn % GRAINS_A_YEAR) + 0.5) / GRAINS_A_YEAR;
    const sector = SECTORS.find((one) => share < column.bands[one].high) ?? "tertiary";
    return [{ x: leftOf(section, column, open) + pitch / 2, y: y(share), column, sector }];
  });
}
