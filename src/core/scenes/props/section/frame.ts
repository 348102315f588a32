import { range } from "d3-array";
import { clamp } from "../../../lib/math.ts";
import type { Palette, SceneContext, Shape } from "../../../model/picture.ts";
import { pathMark, rectMark, ruleMark, textMark } from "../../../picture/marks.ts";
import { polygon } from "../../../picture/path.ts";
import { textWidth } from "../../../picture/text.ts";
import { columnOf, leftOf, type Section, SECTORS } from "./layout.ts";

const AIR = 7;

/** Width of the sectors' names and of the axis beside a section, px. */
export function marginWidth(names: readonly string[], type: number): number {
  return Math.max(...names.map((name) => textWidth(name, type))) + AIR;
}

export function axis({ box, y, edge }: Section, key: string, type: number, { line, muted }: Palette): readonly Shape[] {
  const [tick, full] = [{ x: box.x - AIR, size: type, anchor: "end", fill: muted, role: "axis" } as const, y(1)];
  return [
    textMark({ ...tick, key: `${key}:full`, text: "100%", y: full + type * 0.8 }),
    textMark({ ...tick, key: `${key}:zero`, text: "0", y: y(0) + type * 0.3 }),
    ruleMark({ key: `${key}:base`, layer: "back", x1: box.x, x2: edge, y1: y(0), y2: y(0), stroke: line }),
  ];
}

/** Draws the outline of a year of which nothing is known, or only its `joints` (shares). */
export function emptyColumn(
  key: string,
  section: Section,
  left: number,
  joints: readonly number[],
  palette: Palette,
  opacity: number,
): readonly Shape[] {
  const { pitch, box, y } = section;
  const { muted: stroke } = palette;
  const dash = "2 3";
  return [
    rectMark({
      key,
      layer: "back",
      opacity,
      x: left + 1,
      y: box.y,
      width: pitch - 2,
      height: box.height,
      stroke,
      dash,
    }),
    ...joints.map((share, k) =>
      ruleMark({
        key: `${key}:joint:${k}`,
        layer: "back",
        opacity,
        x1: left + 1,
        x2: left + pitch - 1,
        y1: y(share),
        y2: y(share),
        stroke,
        dash,
      }),
    ),
  ];
}

/** Draws a small triangle that points down at (x, y). */
export function pointer(key: string, x: number, y: number, side: number, { ember }: Palette): Shape {
  const high = y - side * 0.8;
  const corners = [
    { x, y },
    { x: x - side / 2, y: high },
    { x: x + side / 2, y: high },
  ];
  return pathMark({ key, d: polygon(corners), fill: ember, strokeWidth: 0 });
}

/** Writes the sectors' names beside the layers of the first year, clear of the axis. */
export function sectorNames(section: Section, key: string, type: number, at: SceneContext): readonly Shape[] {
  const { palette, label } = at;
  const [first] = section.columns;
  return SECTORS.map((sector) => {
    const { low, high } = first?.bands[sector] ?? { low: 0, high: 0 };
    const middle = section.y((low + high) / 2);
    return textMark({
      key: `${key}:${sector}`,
      text: label(sector),
      x: section.box.x - AIR,
      y: clamp(middle, section.box.y + type * 1.5, section.y(0) - type * 1.3),
      baseline: "middle",
      size: type,
      anchor: "end",
      fill: sector === "tertiary" ? palette.textEmber : palette.ink,
    });
  });
}

/** Writes every fifth year up to `until`, exclusive, or every tenth if they are close, and the last year. */
export function yearTicks(
  section: Section,
  until: number,
  open: number,
  y: number,
  type: number,
  { muted }: Palette,
): readonly Shape[] {
  const years = section.columns.map(({ year }) => year);
  const [start = until, end = until] = [years[0], years.at(-1)];
  const step = section.pitch * 5.5 > textWidth("2000", type) * 1.7 ? 5 : 10;
  return [...range(start, until, step), end].map((year) => {
    const share = year === start ? 0 : year === end ? 1 : 0.5;
    return textMark({
      key: `section:tick:${year}`,
      text: String(year),
      x: leftOf(section, columnOf(section, year), open) + share * section.pitch,
      y,
      size: type,
      anchor: share === 0 ? "start" : share === 1 ? "end" : "middle",
      fill: muted,
      role: "axis",
    });
  });
}
