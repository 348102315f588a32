import { range } from "d3-array";
import { area, curveStepAfter, line } from "d3-shape";
import { mixRgb, type Rgb } from "../../../lib/color.ts";
import { seededRandom } from "../../../lib/random.ts";
import type { Palette, Point, Shape } from "../../../model/picture.ts";
import { pathMark } from "../../../picture/marks.ts";
import { segments } from "../../../picture/path.ts";
import { type Column, leftOf, type Section, type Sector, SECTORS } from "./layout.ts";

/** Part of a column's layer on the stage, px. */
interface Cut {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly foot: number;
}

type Line = readonly [from: Point, to: Point];

interface Rock {
  readonly fill: Rgb;
  readonly stroke: Rgb;
  readonly grain: Rgb;
  readonly strokes: (cuts: readonly Cut[], pitch: number) => readonly Line[];
}

const CHANCES = (() => {
  const random = seededRandom("section");
  return range(97).map(() => random());
})();

function chance(k: number): number {
  return CHANCES[Math.abs(k) % CHANCES.length] ?? 0;
}

/** Joins lines of neighbouring cuts that meet at the cuts' common edge. */
function joined(lines: readonly Line[]): readonly Line[] {
  const runs: Line[] = [];
  for (const next of lines) {
    const last = runs.at(-1);
    const meets = last !== undefined && Math.abs(last[1].x - next[0].x) + Math.abs(last[1].y - next[0].y) < 0.2;
    if (meets) runs[runs.length - 1] = [last[0], next[1]];
    else runs.push(next);
  }
  return runs;
}

function rows(cuts: readonly Cut[], pitch: number): readonly number[] {
  const top = Math.min(...cuts.map((cut) => cut.top));
  const foot = Math.max(...cuts.map((cut) => cut.foot));
  return range(Math.ceil(top / pitch), Math.floor(foot / pitch) + 1).map((k) => k * pitch);
}

/** Beds of sandstone: level lines, broken here and there. */
function layBeds(cuts: readonly Cut[], pitch: number): readonly Line[] {
  return rows(cuts, pitch).flatMap((y, row) =>
    joined(
      cuts.flatMap(({ left, right, top, foot }, k): readonly Line[] => {
        if (y <= top + 1 || y >= foot - 1) return [];
        const short = chance(row * 31 + k * 7) < 0.22 ? (right - left) * 0.55 : 0;
        return [
          [
            { x: left, y },
            { x: right - short, y },
          ],
        ];
      }),
    ),
  );
}

/** Hatches of stone at 45°, leaning right, which run on from column to column. */
function layHatches(cuts: readonly Cut[], pitch: number): readonly Line[] {
  const lowest = Math.min(...cuts.map(({ left, top }) => left + top));
  const highest = Math.max(...cuts.map(({ right, foot }) => right + foot));
  return range(Math.ceil(lowest / pitch), Math.floor(highest / pitch) + 1).flatMap((k) => {
    const sum = k * pitch;
    return joined(
      cuts.flatMap(({ left, right, top, foot }): readonly Line[] => {
        const [from, to] = [Math.max(left, sum - foot), Math.min(right, sum - top)];
        if (to - from < 0.3) return [];
        return [
          [
            { x: from, y: sum - from },
            { x: to, y: sum - to },
          ],
        ];
      }),
    );
  });
}

/** Pebbles: dots in rows, every second row shifted. */
function layPebbles(cuts: readonly Cut[], pitch: number): readonly Line[] {
  return rows(cuts, pitch * 0.62).flatMap((y, row) =>
    cuts.flatMap(({ left, right, top, foot }) =>
      range(Math.ceil(left / pitch), Math.floor(right / pitch) + 1).flatMap((k): readonly Line[] => {
        const x = (k + (row % 2 === 0 ? 0 : 0.5) + 0.3 * (chance(k * 13 + row * 5) - 0.5)) * pitch;
        if (x < left + 0.5 || x > right - 1.5 || y < top + 1.5 || y > foot - 1) return [];
        return [
          [
            { x, y },
            { x: x + 1, y },
          ],
        ];
      }),
    ),
  );
}

export function rockOf(sector: Sector, { background, ink, ember }: Palette): Rock {
  switch (sector) {
    case "primary":
      return {
        fill: mixRgb(background, ink, 0.36),
        stroke: mixRgb(background, ink, 0.66),
        grain: mixRgb(background, ink, 0.96),
        strokes: layPebbles,
      };
    case "secondary":
      return {
        fill: mixRgb(background, ink, 0.13),
        stroke: mixRgb(background, ink, 0.29),
        grain: mixRgb(background, ink, 0.56),
        strokes: layHatches,
      };
    case "tertiary":
      return {
        fill: mixRgb(background, ember, 0.22),
        stroke: mixRgb(background, ember, 0.44),
        grain: ember,
        strokes: layBeds,
      };
  }
}

interface Extent {
  /** Columns that are drawn, a fraction of the last one too. */
  readonly shown: number;
  /** Width of the fault, 0–1. */
  readonly open: number;
  /** Distance of the engraving's strokes, px. */
  readonly texture: number;
}

function cutColumns(
  section: Section,
  columns: readonly Column[],
  { shown, open }: Extent,
  sector: Sector,
): readonly Cut[] {
  return columns.slice(0, Math.ceil(shown)).map((column, k): Cut => {
    const left = leftOf(section, column, open);
    const { low, high } = column.bands[sector];
    return {
      left,
      right: left + section.pitch * Math.min(1, shown - k),
      top: section.y(high),
      foot: section.y(low),
    };
  });
}

/** The right edge again: a step curve ends at its last point. */
function closed(cuts: readonly Cut[]): readonly Cut[] {
  const last = cuts.at(-1);
  return last === undefined ? [] : [...cuts, { ...last, left: last.right }];
}

const outline = area<Cut>()
  .x(({ left }) => left)
  .y0(({ foot }) => foot)
  .y1(({ top }) => top)
  .curve(curveStepAfter)
  .digits(1);

const joint = line<Cut>()
  .x(({ left }) => left)
  .y(({ top }) => top)
  .curve(curveStepAfter)
  .digits(1);

/** Draws the layers of neighbouring years of one side of the fault, with borders stepped at the years' edges. */
export function layers(
  key: string,
  section: Section,
  columns: readonly Column[],
  extent: Extent,
  palette: Palette,
): readonly Shape[] {
  if (extent.shown <= 0 || columns.length === 0) return [];
  return SECTORS.flatMap((sector): readonly Shape[] => {
    const cuts = cutColumns(section, columns, extent, sector);
    const { fill, stroke, strokes } = rockOf(sector, palette);
    const top = sector === "tertiary" ? [] : [jointMark(key, sector, cuts, palette)];
    return [
      pathMark({ key: `${key}:${sector}`, layer: "back", d: outline(closed(cuts)) ?? "", fill, strokeWidth: 0 }),
      pathMark({
        key: `${key}:${sector}:engraving`,
        layer: "back",
        texture: true,
        d: segments(strokes(cuts, extent.texture)),
        stroke,
        strokeWidth: sector === "primary" ? 1.2 : 0.9,
      }),
      ...top,
    ];
  });
}

function jointMark(key: string, sector: Sector, cuts: readonly Cut[], { background, ember, ink }: Palette): Shape {
  const main = sector === "secondary";
  return pathMark({
    key: `${key}:${sector}:joint`,
    layer: "back",
    d: joint(closed(cuts)) ?? "",
    stroke: main ? mixRgb(ember, ink, 0.45) : mixRgb(background, ink, 0.8),
    strokeWidth: main ? 1.8 : 1,
  });
}
