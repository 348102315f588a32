import { mixRgb } from "../../../lib/color.ts";
import { clamp, linearStep } from "../../../lib/math.ts";
import type { Box, DataPoint, Grain, LayoutContext, Palette, Shape } from "../../../model/picture.ts";
import type { YearTable } from "../../../model/story.ts";
import { fault } from "./fault.ts";
import { emptyColumn } from "./frame.ts";
import {
  type Column,
  coreLeft,
  faultX,
  leftOf,
  placeGrains,
  printShare,
  type Section,
  type Sector,
  SECTORS,
} from "./layout.ts";
import { layers, rockOf } from "./rock.ts";

/** Last year that the interview can know. */
export const KNOWN = 2020;

/** Year that both books give. */
export const TWICE = 2015;

export interface Dig {
  /** Columns that are cut, from the left; a fraction of the last one too. */
  readonly cut: number;
  /** Width of the fault, 0–1. */
  readonly open: number;
}

/** Names a fact of the year that both books give, in the later book. */
export function restated(sector: Sector): string {
  return `sector-${TWICE}-${sector}`;
}

/** Throws a RangeError for a story whose fact has no table. */
export function sectorTable(fact: LayoutContext["fact"]): YearTable {
  const { table } = fact("sectors");
  if (table === undefined) throw new RangeError("no table of sectors");
  return table;
}

/** Borders of the restated year, shares of the whole. */
export function restatedJoints(fact: LayoutContext["fact"]): readonly number[] {
  const [primary, secondary] = [fact(restated("primary")).value ?? 0, fact(restated("secondary")).value ?? 0];
  return [primary / 100, (primary + secondary) / 100];
}

/** Draws a year that is not cut as idle grains, a year after the interview as empty ones. */
export function sectionGrains(section: Section, { cut, open }: Dig, palette: Palette): readonly Grain[] {
  const { background, muted } = palette;
  const idle = mixRgb(background, muted, 0.34);
  const empty = mixRgb(background, muted, 0.8);
  return placeGrains(section, open).map(({ x, y, column, sector }): Grain => {
    const k = section.columns.indexOf(column);
    const lit = linearStep(cut, k, k + 1);
    const unknown = column.year > KNOWN;
    return {
      x,
      y,
      r: section.r,
      fill: mixRgb(unknown ? empty : idle, rockOf(sector, palette).grain, lit),
      opacity: unknown ? 0.5 + 0.5 * lit : 1,
      hollow: unknown ? 1 - lit : 0,
    };
  });
}

/**
 * Draws rock, fault and empty years; the fault begins `over` px above the section. `joints` are the borders of the year
 * that both books give, if it is drawn.
 */
export function sectionRock(
  key: string,
  section: Section,
  joints: readonly number[] | null,
  { cut, open }: Dig,
  over: number,
  palette: Palette,
): readonly Shape[] {
  const { columns, box, pitch } = section;
  const before = columns.filter(({ after }) => !after);
  const texture = clamp(Math.min(box.height / 36, pitch / 1.9), 4.4, 13);
  const side = { open, texture };
  return [
    ...layers(`${key}:before`, section, before, { ...side, shown: Math.min(cut, before.length) }, palette),
    ...layers(`${key}:after`, section, columns.slice(before.length), { ...side, shown: cut - before.length }, palette),
    ...columns.flatMap((column, k) =>
      column.year > KNOWN
        ? emptyColumn(
            `${key}:empty:${column.year}`,
            section,
            leftOf(section, column, open),
            [],
            palette,
            k < cut ? 0 : 1,
          )
        : [],
    ),
    ...(joints === null ? [] : emptyColumn(`${key}:core`, section, coreLeft(section), joints, palette, open ** 3)),
    ...fault(
      `${key}:fault`,
      faultX(section, open),
      [box.y - over, box.y + box.height + 5],
      pitch * (0.34 + 0.42 * open),
      palette,
    ),
  ];
}

function columnBox({ box, pitch }: Section, left: number): Box {
  return { x: left, y: box.y, width: pitch, height: box.height };
}

/** From the top of a column down, as it is seen. */
const DOWN = [...SECTORS].reverse();

function readYear({ year, bands }: Column, label: LayoutContext["label"]): string {
  return `${year}年：${DOWN.map((sector) => label(sector) + printShare(bands[sector])).join("，")}`;
}

/** Reads each year as it stands at the end of a picture; `unknown`, unless null, is said of the years after KNOWN. */
export function yearPoints(
  section: Section,
  { label }: LayoutContext,
  open: number,
  unknown: string | null,
): readonly DataPoint[] {
  return section.columns.map((column) => ({
    box: columnBox(section, leftOf(section, column, open)),
    text: unknown !== null && column.year > KNOWN ? `${column.year}年：${unknown}` : readYear(column, label),
    fact: "sectors",
  }));
}

/** Reads the year that both books give, beside the open fault. */
export function restatedPoint(section: Section, { fact, label }: LayoutContext, book: string): DataPoint {
  const shares = DOWN.map((sector) => label(sector) + fact(restated(sector)).text).join("，");
  return {
    box: columnBox(section, coreLeft(section)),
    text: `${TWICE}年，${book}：${shares}`,
    fact: restated("secondary"),
  };
}
