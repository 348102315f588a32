import { clamp } from "../../lib/math.ts";
import type { LayoutContext, Point } from "../../model/picture.ts";
import { GRAIN_COUNT, mapGrains } from "../../picture/grains.ts";
import { splitNumber } from "../../picture/numeral.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { GROUP_SIZE, groupOf, GROUPS, rankInGroup } from "../groups.ts";
import { marginWidth } from "../props/section/frame.ts";
import {
  type Column,
  faultWidth,
  GRAINS_A_YEAR,
  layoutSection,
  leftOf,
  type Section,
  type Sector,
  SECTORS,
} from "../props/section/layout.ts";
import { KNOWN, sectorTable } from "../props/section/section.ts";
import { layoutScopeAndSource } from "../props/scope-and-source.ts";

/** Width of the fault, which has room for no other year here. */
export const OPEN = 0.42;

/** Widths of a year after the interview, and of the gap before it, in widths of a year before. */
const [WIDER, INTERVIEW] = [3.4, 1.3];

export const GAP = 10;

/** Share of the last year's figure in the size of the loudest. */
const LOUDNESS = { tertiary: 1, secondary: 0.72, primary: 0.46 } as const satisfies Record<Sector, number>;

/** Size of the unit behind a figure, in sizes of it. */
const UNIT = 0.4;

export interface Figure {
  readonly sector: Sector;
  readonly figure: string;
  readonly unit: string;
  readonly size: number;
  readonly unitSize: number;
  readonly baseline: number;
}

interface Place extends Point {
  readonly column: Column;
  readonly sector: Sector;
  readonly r: number;
  /** Place of its year among those after the interview, negative before it. */
  readonly turn: number;
}

function lastShare(sector: Sector): string {
  return `share-2023-${sector}`;
}

/** Facts that are printed beside the layers of the last year. */
export const FIGURES = SECTORS.map(lastShare);

function placeGrains(past: Section, told: Section): readonly Place[] {
  const names = GROUPS.map(({ name }) => name);
  const years = [
    ...past.columns.map((column) => ({ column, section: past, open: OPEN })),
    ...told.columns.map((column) => ({ column, section: told, open: 0 })),
  ];
  return mapGrains((index): Place => {
    // The groups take turns, so that each is spread over all years.
    const turn = rankInGroup(index) * (GRAIN_COUNT / GROUP_SIZE) + names.indexOf(groupOf(index));
    const k = Math.floor(turn / GRAINS_A_YEAR);
    const year = years[k];
    if (year === undefined) throw new RangeError(`no year for grain ${index}`);
    const { column, section, open } = year;
    const share = ((turn % GRAINS_A_YEAR) + 0.5) / GRAINS_A_YEAR;
    const sector = SECTORS.find((one) => share < column.bands[one].high) ?? "tertiary";
    const x = leftOf(section, column, open) + section.pitch / 2;
    return { x, y: section.y(share), column, sector, r: section.r, turn: k - past.columns.length };
  });
}

/** Sets the last year's shares beside their layers, from the lowest up, each clear of the one below. */
function placeFigures({ columns, y }: Section, fact: LayoutContext["fact"], loud: number, note: number) {
  let floor = y(0);
  return SECTORS.map((sector): Figure => {
    const { low, high } = columns.at(-1)?.bands[sector] ?? { low: 0, high: 0 };
    const [, figure, unit] = splitNumber(fact(lastShare(sector)).text);
    const size = Math.max(note * 1.2, loud * LOUDNESS[sector]);
    const [above, below] = [size * 0.8, size * 0.16 + note * 1.15];
    const baseline = Math.min(y((low + high) / 2) + (above - below) / 2, floor - below);
    floor = baseline - size * 0.88 - note * 0.2;
    return { sector, figure, unit, size, unitSize: Math.max(note, size * UNIT), baseline };
  });
}

/** Lays the years that the interview could know in a section, and the years after it in a wider one beside it. */
export function layoutFilled({ size, box, fact, label }: LayoutContext) {
  const note = typeSize(size, "note");
  const loud = clamp(Math.min(box.width * 0.125, box.height * 0.16), 24, 130);
  const { rows: ends, lines } = layoutScopeAndSource({ box, label }, note);
  const recount = ends.scope + note * (1.35 * (lines.scope.length - 1) + 1.9);
  const ticks = ends.source - note * 1.9;
  const top = recount + note * 0.9;
  const left = box.x + marginWidth(["100%"], note);
  const table = sectorTable(fact);
  const [before, after] = [
    { ...table, rows: table.rows.filter(({ year }) => year <= KNOWN) },
    { ...table, rows: table.rows.filter(({ year }) => year > KNOWN), breakAfter: null },
  ];
  const [, figure, unit] = splitNumber(fact(lastShare("tertiary")).text);
  const printed = textWidth(figure, loud, "song") + textWidth(unit, Math.max(note, loud * UNIT)) + 2;
  const room = Math.max(printed, textWidth(label("tertiary"), note)) + GAP;

  const height = ticks - note * 1.3 - top;
  // A section keeps room for its fault: how much of its width, the section itself tells.
  const probe = layoutSection(before, { x: 0, y: top, width: 1, height }, OPEN);
  const closed = layoutSection(after, { x: 0, y: top, width: 1, height }, 0);
  const step = (box.x + box.width - room - left) / (1 / probe.pitch + INTERVIEW + after.rows.length * WIDER);
  const past = layoutSection(before, { x: left, y: top, width: step / probe.pitch, height }, OPEN);
  const next = left + step / probe.pitch + INTERVIEW * step;
  const told = layoutSection(after, { x: next, y: top, width: (step * WIDER) / closed.pitch, height }, 0);
  const end = next + after.rows.length * told.pitch;
  return {
    note,
    past,
    told,
    end,
    interview: next - (INTERVIEW * step) / 2,
    pastEnd: past.edge + faultWidth(past, OPEN) + past.pitch * past.columns.filter((column) => column.after).length,
    places: placeGrains(past, told),
    figures: placeFigures(told, fact, loud, note),
    rows: { ...ends, recount, ticks },
    lines,
  };
}

export type FilledLayout = ReturnType<typeof layoutFilled>;
