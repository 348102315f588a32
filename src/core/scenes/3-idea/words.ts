import { mixRgb, type Rgb } from "../../lib/color.ts";
import { lerp, linearStep } from "../../lib/math.ts";
import type { Box, DataPoint, Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { mapGrains } from "../../picture/grains.ts";
import { pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { splitNumber } from "../../picture/numeral.ts";
import { circlePath, polyline } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import {
  BEATS,
  type Callout,
  FIGURES,
  type Layout,
  PARTS,
  type Placed,
  type Sizes,
  WORDS,
  type Word,
  amountWidth,
  layout,
} from "./words-layout.ts";

const RADIUS = { idle: 0.32, filled: 0.42, figure: 0.46, ring: 0.33, halo: 0.5 } as const;

function colourOf({ id }: Word, palette: Palette): Rgb {
  return id === "firms" ? palette.ember : palette.ink;
}

function drawAmount(
  key: string,
  { text, fact }: Pick<Callout, "text" | "fact">,
  from: Point,
  sizes: Sizes,
  inks: readonly [loud: Rgb, quiet: Rgb],
) {
  const [before, digits, after] = splitNumber(text);
  const x = from.x + textWidth(before, sizes.note) + 1;
  const quiet = { y: from.y, size: sizes.note, fill: inks[1], role: "unit" } as const;
  const end = x + textWidth(digits, sizes.figure, "song") + 1;
  return [
    ...(before === "" ? [] : [textMark({ ...quiet, key: `${key}:before`, text: before, x: from.x })]),
    textMark({
      key: `${key}:figure`,
      text: digits,
      x,
      y: from.y,
      size: sizes.figure,
      face: "song",
      fill: inks[0],
      role: "value",
      fact,
    }),
    ...(after === "" ? [] : [textMark({ ...quiet, key: `${key}:unit`, text: after, x: end })]),
  ];
}

function drawBlocks({ box, note, blocks }: Layout, label: LayoutContext["label"], t: number, palette: Palette) {
  return blocks.flatMap(({ block, total, numeral }, part): readonly Shape[] => {
    const key = `words:part:${part}`;
    const base = block.y + numeral * 0.8;
    return [
      ruleMark({
        key: `${key}:rule`,
        x1: block.x - note * 0.5,
        x2: block.x - note * 0.5,
        y1: block.y,
        y2: block.y + block.height,
        stroke: palette.ink,
        strokeWidth: 1.4,
        layer: "back",
      }),
      textMark({
        key: `${key}:total`,
        text: String(total),
        x: box.x,
        y: base,
        size: numeral,
        face: "song",
        fill: total === 0 ? palette.muted : palette.textRed,
        role: "value",
        fact: "count-figures",
        opacity: BEATS.total(t, part),
      }),
      textMark({
        key: `${key}:name`,
        text: label(PARTS[part] ?? ""),
        x: box.x,
        y: base + numeral * 0.15 + note * 0.95,
        size: note,
        fill: palette.ink,
        role: "axis",
      }),
    ];
  });
}

function drawFigure({ figure, end, note, named }: Layout, callout: Placed, t: number, palette: Palette) {
  const { key, name, text, at, from, lane, turn } = callout;
  const opacity = BEATS.figure(t, turn);
  const base = at.y + figure * 0.34;
  const leader =
    from === null
      ? []
      : [
          from,
          { x: from.x, y: lane },
          { x: end, y: lane },
          { x: at.x - note * 0.35, y: at.y },
          { x: at.x - 3, y: at.y },
        ];
  const said = [
    ...drawAmount(`words:${key}`, callout, { x: at.x, y: base }, { figure, note }, [palette.textRed, palette.ink]),
    ...(named
      ? [
          textMark({
            key: `words:${key}:name`,
            text: name,
            x: at.x + amountWidth(text, { figure, note }) + note * 0.5,
            y: base,
            size: note,
            fill: palette.muted,
          }),
        ]
      : []),
  ];
  const line = pathMark({
    key: `words:leader:${key}`,
    d: polyline(leader),
    stroke: palette.red,
    layer: "back",
    opacity: opacity * lerp(1, 0.55, BEATS.firms(t)),
  });
  return [line, ...said.map((mark) => ({ ...mark, opacity }))];
}

function drawWord({ figure, note, swatch }: Layout, callout: Placed, word: Word, t: number, palette: Palette) {
  const { key, name, at } = callout;
  const opacity = word.beat(t);
  const y = at.y + figure * 0.34;
  const colour = colourOf(word, palette);
  const mark = { x: at.x + swatch * 0.3, y: at.y };
  const from = at.x + swatch;
  const count = { x: from + textWidth(name, figure) + 2, y };
  const said = [
    textMark({ key: `words:${key}:name`, text: name, x: from, y, size: figure, face: "song", fill: palette.ink }),
    ...drawAmount(`words:${key}`, callout, count, { figure, note }, [palette.ink, palette.ink]),
  ];
  const sample = pathMark({
    key: `words:${key}:swatch`,
    d: circlePath(mark, swatch * 0.3) + (word.look === "halo" ? circlePath(mark, swatch * 0.17) : ""),
    fill: word.look === "filled" ? colour : null,
    stroke: word.look === "filled" ? null : colour,
    strokeWidth: word.look === "ring" ? swatch * 0.16 : 1.2,
    opacity,
  });
  return [sample, ...said.map((each) => ({ ...each, opacity }))];
}

/** Draws what a grain alone cannot show: thick rings, and rings about grains that hold two things. */
function drawRings({ places, found, pitch }: Layout, t: number, palette: Palette): readonly Shape[] {
  const taken = new Set(found.figures.map(({ grain }) => grain));
  return found.words.flatMap(({ word, places: occurrences }) => {
    const look = (grain: number): "ring" | "halo" | null =>
      word.look === "filled" ? (taken.has(grain) ? "halo" : null) : word.look;
    return occurrences.flatMap(({ grain }): readonly Shape[] => {
      const [at, shape] = [places[grain], look(grain)];
      if (at === undefined || shape === null) return [];
      return [
        pathMark({
          key: `words:mark:${word.id}:${grain}`,
          d: circlePath(at, pitch * RADIUS[shape]),
          stroke: colourOf(word, palette),
          strokeWidth: Math.max(1.2, pitch * (shape === "ring" ? 0.17 : 0.09)),
          opacity: word.beat(t),
        }),
      ];
    });
  });
}

function drawGrains({ places, found, pitch }: Layout, t: number, palette: Palette): readonly Grain[] {
  const idle = mixRgb(palette.background, palette.muted, 0.62);
  const figures = new Map(found.figures.map(({ grain }, turn) => [grain, turn] as const));
  const filled = new Map(
    found.words.flatMap(({ word, places: occurrences }) =>
      word.look === "filled" ? occurrences.map(({ grain }) => [grain, word] as const) : [],
    ),
  );
  return mapGrains((index): Grain => {
    const { x, y } = places[index] ?? { x: 0, y: 0 };
    const [turn, word] = [figures.get(index), filled.get(index)];
    const lit = turn === undefined ? (word?.beat(t) ?? 0) : BEATS.figure(t, turn);
    const colour = turn !== undefined ? palette.red : word === undefined ? idle : colourOf(word, palette);
    return {
      x,
      y,
      r: pitch * lerp(RADIUS.idle, turn === undefined ? RADIUS.filled : RADIUS.figure, lit),
      fill: mixRgb(idle, colour, lit),
      opacity: 1,
      hollow: 1 - linearStep(lit, 0, 0.6),
    };
  });
}

function readPoints(at: LayoutContext): readonly DataPoint[] {
  const { callouts, places, pitch, figure } = layout(at);
  const about = (grain: number): Box => {
    const { x, y } = places[grain] ?? { x: 0, y: 0 };
    return { x: x - pitch / 2, y: y - pitch / 2, width: pitch, height: pitch };
  };
  const partOf = (part: number): string => at.label(PARTS[part] ?? "");
  const labelled = callouts.map(({ part, grain, word, name, text, fact, at: { x, y }, width }) => ({
    box: grain === null ? { x, y: y - figure * 0.6, width, height: figure * 1.2 } : about(grain),
    text: `${partOf(part)}：${word === null ? name : `“${name}”`}${text}`,
    fact,
    part,
  }));
  return labelled.sort((a, b) => a.part - b.part).map(({ box, text, fact }) => ({ box, text, fact }));
}

/**
 * The interview in reading order, as many characters to each grain. Its figures are lit where they stand, then two
 * words for whom it speaks to, then two for what it demands.
 */
export const words = defineScene({
  labels: [...PARTS, ...WORDS.map(({ id }) => id), ...FIGURES.map(({ name }) => name), "note"],
  facts: [
    "interview-length",
    "lead-length",
    "count-figures",
    ...WORDS.map(({ id }) => `count-${id}`),
    ...FIGURES.map(({ id }) => id),
  ],
  elevation: () => 0.9,
  beats: BEATS,
  layout,
  points: readPoints,
  draw(places, { t, palette, label }) {
    const { callouts, box, foot, note } = places;
    return {
      grains: drawGrains(places, t, palette),
      shapes: [
        ...drawBlocks(places, label, t, palette),
        ...drawRings(places, t, palette),
        ...callouts.flatMap((callout) =>
          callout.word === null
            ? drawFigure(places, callout, t, palette)
            : drawWord(places, callout, callout.word, t, palette),
        ),
        textMark({
          key: "words:note",
          text: label("note"),
          x: box.x,
          y: foot,
          size: note,
          fill: palette.ink,
          role: "note",
        }),
      ],
    };
  },
});
