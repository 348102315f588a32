import { letters, lettering } from "../motifs/lettering.ts";
import { SEAM_DEPTH, SEAM_THICKNESS, strata } from "../motifs/strata.ts";
import { mixRgb } from "../picture/colour.ts";
import { clamp, heavy, span } from "../picture/ease.ts";
import { margin } from "../picture/frame.ts";
import type { Box, Moment, Palette, Path, Scene, Shape, Size } from "../picture/model.ts";
import { textWidth } from "../picture/text.ts";
import { workedSeam } from "./depletion.ts";

const SECTORS = ["primary", "secondary", "tertiary"] as const;
type Sector = (typeof SECTORS)[number];
const YEARS = ["2015", "2020"] as const;

/** Horizon, y in px, that lays the seam along the foot of the stage. */
function footHorizon(size: Size): number {
  return size.height * (0.955 - SEAM_DEPTH - SEAM_THICKNESS);
}

interface Core {
  readonly left: number;
  readonly width: number;
  readonly foot: number;
  readonly height: number;
}

/** One slice of a drill core from `low` to `high` (shares of its height), its front edges bowed alike, so that its length is true at every x. */
function slice({ left, width, foot, height }: Core, low: number, high: number): string {
  const [rx, ry] = [width / 2, width * 0.12];
  const [top, bottom] = [foot - high * height, foot - low * height];
  return `M${left} ${top}A${rx} ${ry} 0 0 0 ${left + width} ${top}L${left + width} ${bottom}A${rx} ${ry} 0 0 1 ${left} ${bottom}Z`;
}

/** Bowed strokes across a slice, `pitch` px apart: the engraving by which the three are told apart without colour. */
function engraving({ left, width, foot, height }: Core, low: number, high: number, pitch: number): string {
  let d = "";
  for (let y = foot - low * height - pitch; y > foot - high * height + pitch * 0.4; y -= pitch)
    d += `M${left} ${y}A${width / 2} ${width * 0.12} 0 0 0 ${left + width} ${y}`;
  return d;
}

function face(
  sector: Sector,
  colours: Palette,
): { readonly fill: Path["fill"]; readonly stroke: Path["stroke"]; readonly pitch: number } {
  const rock = mixRgb(colours.ground, colours.ink, 0.3);
  if (sector === "tertiary")
    return { fill: colours.ember, stroke: mixRgb(colours.ember, colours.ground, 0.4), pitch: 7 };
  if (sector === "secondary") return { fill: rock, stroke: mixRgb(colours.ground, colours.ink, 0.62), pitch: 3.4 };
  return { fill: mixRgb(colours.ground, colours.ink, 0.78), stroke: null, pitch: 99 };
}

/** A paper-edged card, not of the interview: double rule, its title standing in the upper edge. */
function card({ x, y, width, height }: Box, title: string, type: number, colours: Palette): readonly Shape[] {
  const tab = textWidth(title, type) + type * 1.2;
  const fill = mixRgb(colours.ground, [0, 0, 0], 0.32);
  return [
    {
      kind: "rect",
      key: "sectors:card",
      layer: "back",
      opacity: 1,
      x,
      y,
      width,
      height,
      fill,
      stroke: colours.muted,
      strokeWidth: 1.4,
    },
    {
      kind: "rect",
      key: "sectors:rule",
      layer: "back",
      opacity: 0.5,
      x: x + 4,
      y: y + 4,
      width: width - 8,
      height: height - 8,
      fill: null,
      stroke: colours.muted,
      strokeWidth: 0.8,
    },
    {
      kind: "rect",
      key: "sectors:tab",
      layer: "back",
      opacity: 1,
      x: x + 12,
      y: y - type * 0.8,
      width: tab,
      height: type * 1.6,
      fill,
      stroke: colours.muted,
      strokeWidth: 1.4,
    },
    letters("sectors:context", title, [x + 12 + type * 0.6, y + type * 0.36], type, colours.textEmber),
  ];
}

function core(
  at: Moment,
  year: (typeof YEARS)[number],
  place: Core,
  right: boolean,
  numeral: number,
  small: number,
  shown: number,
): readonly Shape[] {
  const { palette } = at;
  let low = 0;
  const shapes = SECTORS.flatMap((sector): readonly Shape[] => {
    const { value, unit } = at.fact(`sector-${year}-${sector}`);
    const share = (value ?? 0) / 100;
    const [from, to] = [low, low + share];
    low = to;
    const { fill, stroke, pitch } = face(sector, palette);
    const key = `sectors:${year}:${sector}`;
    const middle = Math.min(place.foot - ((from + to) / 2) * place.height + numeral * 0.36, place.foot - numeral * 0.1);
    const gap = numeral * 0.3;
    const x = right ? place.left + place.width + gap : place.left - gap - textWidth(unit, small);
    return [
      { kind: "path", key, opacity: 1, d: slice(place, from, to), fill, stroke: palette.ground, width: 1 },
      {
        kind: "path",
        key: `${key}:engraving`,
        opacity: 0.8,
        d: engraving(place, from, to, pitch),
        fill: null,
        stroke,
        width: 0.9,
      },
      letters(
        `${key}:value`,
        String(value),
        [x, middle],
        numeral,
        sector === "tertiary" ? palette.textEmber : palette.ink,
        { face: "song", anchor: right ? "start" : "end", role: "value", opacity: shown },
      ),
      letters(`${key}:unit`, unit, [right ? x + textWidth(String(value), numeral) : x, middle], small, palette.muted, {
        role: "unit",
        opacity: shown,
      }),
    ];
  });
  return shapes;
}

/** Outside context on a card of its own: two drill cores of equal height, each cut by the shares of three sectors, above the worked seam. */
export const sectors: Scene = {
  words: ["context", "primary", "secondary", "tertiary", "first-year", "last-year", "coal"],
  facts: YEARS.flatMap((year) => SECTORS.map((sector) => `sector-${year}-${sector}`)),
  ground: () => 0.12,
  draw(at) {
    const { act, box, palette, size, word } = at;
    const type = lettering(size, 12, 17);
    const plate: Box = {
      x: box.x,
      y: box.y + type * 0.6,
      width: box.width,
      height: size.height * 0.765 - box.y - type * 0.6,
    };
    const pad = clamp(margin(size) * 0.6, 8, 26);
    const inner = Math.min(plate.width - 2 * pad, plate.height * 1.9);
    const left = plate.x + plate.width / 2 - inner / 2;
    const top = plate.y + type * 2.9;
    const foot = plate.y + plate.height - pad - type * 2.7;
    const width = inner * 0.14;
    const column = inner * 0.24;
    const numeral = clamp(Math.min((column - type * 1.4) / 2.45, (foot - top) * 0.2), 14, 54);
    const places = YEARS.map((_, k): Core => ({
      left: k === 0 ? left + column : left + inner - column - width,
      width,
      foot,
      height: (foot - top) * heavy(span(act, 0.12 + 0.28 * k, 0.5 + 0.28 * k)),
    }));
    const shapes: Shape[] = [
      ...strata(footHorizon(size), size, palette, 0.55),
      ...card(plate, word("context"), type, palette),
    ];
    YEARS.forEach((year, k) => {
      const place = places[k];
      if (place === undefined) return;
      const shown = span(act, 0.4 + 0.28 * k, 0.55 + 0.28 * k);
      shapes.push(...core(at, year, place, k === 1, numeral, type, shown));
      shapes.push(
        letters(
          `sectors:${year}`,
          word(k === 0 ? "first-year" : "last-year"),
          [place.left + width / 2, top - type * 0.5],
          type * 1.15,
          palette.ink,
          { face: "song", anchor: "middle" },
        ),
      );
    });
    const [one, two] = [left + column + width, left + inner - column - width];
    const level = (year: string, names: readonly Sector[]): number =>
      foot -
      (foot - top) * names.reduce((sum, sector) => sum + (at.fact(`sector-${year}-${sector}`).value ?? 0) / 100, 0);
    const joined = span(act, 0.8, 1);
    SECTORS.forEach((sector, k) => {
      const under = SECTORS.slice(0, k);
      const over = SECTORS.slice(0, k + 1);
      const middle = (level("2015", under) + level("2020", under) + level("2015", over) + level("2020", over)) / 4;
      shapes.push(
        letters(
          `sectors:name:${sector}`,
          word(sector),
          [(one + two) / 2, Math.min(middle + type * 0.36, foot + type * 0.5) + (k === 0 ? type * 0.25 : 0)],
          type,
          palette.muted,
          { anchor: "middle" },
        ),
      );
      if (k > 0)
        shapes.push({
          kind: "line",
          key: `sectors:join:${sector}`,
          opacity: 0.7 * joined,
          x1: one + 3,
          y1: level("2015", under),
          x2: two - 3,
          y2: level("2020", under),
          stroke: palette.muted,
          width: 1,
          dash: "2 4",
        });
    });
    shapes.push(
      {
        kind: "line",
        key: "sectors:axis",
        opacity: 0.8,
        x1: left + column - 5,
        y1: top,
        x2: left + column - 5,
        y2: foot,
        stroke: palette.line,
        width: 1,
      },
      letters(
        "sectors:full",
        "100%",
        [left + column - 9, top + type * 0.36],
        Math.max(11, type * 0.86),
        palette.muted,
        { anchor: "end", role: "axis" },
      ),
      letters("sectors:zero", "0", [left + column - 9, foot + type * 1.0], Math.max(11, type * 0.86), palette.muted, {
        anchor: "end",
        role: "axis",
      }),
      letters(
        "sectors:coal",
        word("coal"),
        [plate.x + plate.width / 2, plate.y + plate.height - pad],
        type,
        palette.ink,
        { anchor: "middle", role: "note", opacity: joined },
      ),
    );
    return { grains: workedSeam(at, footHorizon(size), 1), shapes };
  },
};
