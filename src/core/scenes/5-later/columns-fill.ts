import { mixRgb } from "../../lib/color.ts";
import { clamp, linearStep } from "../../lib/math.ts";
import type { Grain, Palette, SceneContext, Shape } from "../../model/picture.ts";
import { beat } from "../../picture/beats.ts";
import { rectMark, ruleMark, textMark } from "../../picture/marks.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { axis, emptyColumn, pointer, yearTicks } from "../props/section/frame.ts";
import { faultX, SECTORS } from "../props/section/layout.ts";
import { layers, rockOf } from "../props/section/rock.ts";
import { sectionRock, TWICE, yearPoints } from "../props/section/section.ts";
import { FIGURES, type FilledLayout, GAP, layoutFilled, OPEN } from "./columns-fill-layout.ts";
import { scopeAndSource } from "../props/scope-and-source.ts";

const BEATS = { fill: beat(0.04, 0.72), figures: beat(0.7, 0.94) };

/** Ink that is left to the years that the first chapter has shown. */
const SHOWN = 0.5;

function dimmed(palette: Palette): Palette {
  const { background, ink, ember } = palette;
  return { ...palette, ink: mixRgb(background, ink, SHOWN), ember: mixRgb(background, ember, SHOWN) };
}

/** Draws a year that is not filled as empty grains. */
function drawGrains({ places }: FilledLayout, filled: number, palette: Palette): readonly Grain[] {
  const empty = mixRgb(palette.background, palette.muted, 0.8);
  const dim = dimmed(palette);
  return places.map(({ x, y, r, sector, turn }): Grain => {
    if (turn < 0) return { x, y, r, fill: rockOf(sector, dim).grain, opacity: 1, hollow: 0 };
    const lit = linearStep(filled, turn, turn + 1);
    const fill = mixRgb(empty, rockOf(sector, palette).grain, lit);
    return { x, y, r, fill, opacity: 0.5 + 0.5 * lit, hollow: 1 - lit };
  });
}

/** Draws the years after the interview: dashed frames, the rock that fills them, and a firm line round what is full. */
function drawTold({ told }: FilledLayout, filled: number, palette: Palette): readonly Shape[] {
  const { columns, pitch, box } = told;
  const texture = clamp(Math.min(box.height / 36, pitch / 1.9), 4.4, 13);
  const frames = columns.flatMap(({ year, left }, k) => [
    ...emptyColumn(`section:empty:${year}`, told, left, [], palette, 1 - linearStep(filled, k + 0.7, k + 1)),
    rectMark({
      key: `section:full:${year}`,
      x: left,
      y: box.y,
      width: pitch,
      height: box.height,
      stroke: palette.ink,
      strokeWidth: clamp(pitch * 0.05, 1.6, 3),
      opacity: linearStep(filled, k + 0.7, k + 1),
    }),
  ]);
  return [
    ...layers("section:told", told, columns, { shown: filled, open: 0, texture }, palette),
    ruleMark({
      key: "section:told:base",
      layer: "back",
      x1: box.x,
      x2: box.x + columns.length * pitch,
      y1: told.y(0),
      y2: told.y(0),
      stroke: palette.line,
    }),
    ...frames,
  ];
}

/** Prints each share of the last year beside its layer, with the sector's name under it. */
function drawFigures({ figures, end, note }: FilledLayout, { t, palette, label }: SceneContext): readonly Shape[] {
  const opacity = BEATS.figures(t);
  const x = end + GAP;
  return figures.flatMap(({ sector, figure, unit, size, unitSize, baseline }) => {
    const fill = sector === "tertiary" ? palette.textEmber : palette.ink;
    const common = { y: baseline, opacity } as const;
    return [
      textMark({
        ...common,
        key: `section:figure:${sector}`,
        text: figure,
        x,
        size,
        face: "song",
        fill,
        role: "value",
      }),
      textMark({
        ...common,
        key: `section:figure:${sector}:unit`,
        text: unit,
        x: x + textWidth(figure, size, "song") + 1,
        size: unitSize,
        fill,
        role: "unit",
      }),
      textMark({
        key: `section:figure:${sector}:name`,
        text: label(sector),
        x,
        y: baseline + size * 0.16 + note * 0.95,
        size: note,
        fill: palette.ink,
        opacity,
      }),
    ];
  });
}

/** Writes the years after the interview under their columns: all of them if there is room, else the last. */
function drawYears({ told, rows, note }: FilledLayout, { ink }: Palette): readonly Shape[] {
  const wide = told.pitch > textWidth("2000", note) * 1.15;
  return (wide ? told.columns : told.columns.slice(-1)).map(({ year, left }) =>
    textMark({
      key: `section:told:${year}`,
      text: String(year),
      x: left + told.pitch * (wide ? 0.5 : 1),
      y: rows.ticks,
      size: note,
      anchor: wide ? "middle" : "end",
      fill: ink,
      role: "axis",
    }),
  );
}

/** The rock section again, faint: the years that the interview could not know are cut beside it, wide and bright. */
export const columnsFill = defineScene({
  labels: [...SECTORS, "scope", "recount", "interview", "source"],
  facts: ["sectors", ...FIGURES],
  tables: [{ fact: "sectors", columns: SECTORS, broken: true }],
  elevation: () => 0.14,
  beats: BEATS,
  layout: layoutFilled,
  draw(places, at) {
    const { t, palette, box, label } = at;
    const { past, told, note, rows, interview } = places;
    const filled = BEATS.fill(t) * told.columns.length;
    return {
      grains: drawGrains(places, filled, palette),
      shapes: [
        ...sectionRock("section", past, null, { cut: past.columns.length, open: OPEN }, note * 0.8, dimmed(palette)),
        ...drawTold(places, filled, palette),
        ...axis(past, "section:axis", note, palette),
        ...yearTicks(past, TWICE + 1, OPEN, rows.ticks, note, palette),
        ...drawYears(places, palette),
        textMark({
          key: "section:recount",
          text: label("recount"),
          x: faultX(past, OPEN) + note * 0.5,
          y: rows.recount,
          size: note,
          anchor: "end",
          fill: palette.textRed,
        }),
        pointer("section:interview", interview, past.box.y - 2, note * 0.75, palette),
        textMark({
          key: "section:interview:name",
          text: label("interview"),
          x: interview - note * 0.3,
          y: rows.recount,
          size: note,
          fill: palette.ink,
        }),
        ...drawFigures(places, at),
        ...scopeAndSource("section", places, box.x, palette),
      ],
    };
  },
  points(at) {
    const { past, told } = layoutFilled(at);
    return [...yearPoints(past, at, OPEN, null), ...yearPoints(told, at, 0, null)];
  },
});
