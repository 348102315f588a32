import { max, range, sum } from "d3-array";
import { mixRgb, type Rgb } from "../../lib/color.ts";
import { clamp, lerp, linearStep } from "../../lib/math.ts";
import type { Box, DataPoint, Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { type Beat, beat, stagger } from "../../picture/beats.ts";
import { mapGrains } from "../../picture/grains.ts";
import { pathMark, ruleMark, textMark } from "../../picture/marks.ts";
import { splitNumber } from "../../picture/numeral.ts";
import { circlePath, polyline } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { divideInterview, findOccurrences } from "./words-reading.ts";

const PARTS = ["part-one", "part-two", "part-three", "part-four"] as const;
/** Facts of the interview's figures in the order in which it gives them, and the labels that name them. */
const FIGURES = [
  { id: "gdp", name: "gdp" },
  { id: "revenue", name: "revenue" },
  { id: "income", name: "income" },
  { id: "relief", name: "relief" },
  { id: "support", name: "support" },
  { id: "tax-cut", name: "tax-cut" },
  { id: "firms", name: "lenders" },
  { id: "loans", name: "loans" },
] as const;

const BEATS = {
  figure: stagger(0.028, 0.02, 0.1),
  total: stagger(0.08, 0.06, 0.16),
  firms: beat(0.4, 0.52),
  people: beat(0.5, 0.62),
  yao: beat(0.7, 0.82),
  must: beat(0.8, 0.92),
};

interface Word {
  readonly id: "firms" | "people" | "yao" | "must";
  readonly look: "filled" | "ring" | "halo";
  /** The part that names it; there its count is printed. */
  readonly home: number;
  readonly beat: Beat;
}

const WORDS: readonly Word[] = [
  { id: "firms", look: "filled", home: 1, beat: BEATS.firms },
  { id: "people", look: "filled", home: 2, beat: BEATS.people },
  { id: "yao", look: "ring", home: 2, beat: BEATS.yao },
  { id: "must", look: "halo", home: 2, beat: BEATS.must },
];

/** Least and greatest distance between blocks, in rows; radii of grains and marks, in steps of the grid. */
const APART = [1.1, 2.2] as const;
const RADIUS = { idle: 0.32, filled: 0.42, figure: 0.46, ring: 0.33, halo: 0.5 } as const;
const LEADING = 1.3;

function colourOf({ id }: Word, palette: Palette): Rgb {
  return id === "firms" ? palette.ember : palette.ink;
}

/** Moves labels that wish to stand at `wished` apart to `gap`, within `top` and `foot`, in their order. */
function spread(wished: readonly number[], gap: number, top: number, foot: number): readonly number[] {
  const down = wished.reduce<readonly number[]>(
    (set, y) => [...set, Math.max(y, top, (set.at(-1) ?? Number.NEGATIVE_INFINITY) + gap)],
    [],
  );
  return down.map((y, k) => Math.min(y, foot - (down.length - 1 - k) * gap));
}

/** Sizes of a figure and of the words about it. */
interface Sizes {
  readonly figure: number;
  readonly note: number;
}

function amountWidth(text: string, { figure, note }: Sizes): number {
  const [before, digits, after] = splitNumber(text);
  return textWidth(before + after, note) + textWidth(digits, figure, "song") + 2;
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

interface Callout {
  readonly key: string;
  readonly part: number;
  /** The grain of a figure, which a line joins to its label. */
  readonly grain: number | null;
  readonly word: Word | null;
  readonly name: string;
  readonly text: string;
  readonly fact: string;
  readonly turn: number;
}

/** Chooses the columns that make the steps of the grid largest. */
function fitGrid(counts: readonly number[], width: number, height: number) {
  const fits = range(6, 40).map((columns) => {
    const rows = sum(counts, (count) => Math.ceil(count / columns)) + APART[0] * (counts.length - 1);
    return { columns, pitch: Math.min(width / columns, height / rows) };
  });
  return fits.reduce((best, one) => (one.pitch > best.pitch ? one : best));
}

function layout({ box, size, fact, label }: LayoutContext) {
  const note = typeSize(size, "note");
  const parts = divideInterview(fact);
  const found = {
    figures: findOccurrences(parts, fact("count-figures").places),
    // A count is of one part: a ring elsewhere would make the picture and its number disagree.
    words: WORDS.map((word) => ({
      word,
      places: findOccurrences(parts, fact(`count-${word.id}`).places).filter(({ part }) => part === word.home),
    })),
  };
  const callouts: readonly Callout[] = parts.flatMap((_, part) => [
    ...FIGURES.flatMap(({ id, name }, turn): readonly Callout[] => {
      const at = found.figures[turn];
      const { text, status } = fact(id);
      const printed = status === "预计" ? `${status}${text}` : text;
      return at?.part === part
        ? [{ key: id, part, grain: at.grain, word: null, name: label(name), text: printed, fact: id, turn }]
        : [];
    }),
    ...found.words.flatMap(({ word, places }): readonly Callout[] => {
      const { id, home } = word;
      const { unit } = fact(`count-${id}`);
      const text = `${places.length}${unit}`;
      return part === home
        ? [{ key: `word:${id}`, part, grain: null, word, name: label(id), text, fact: `count-${id}`, turn: 0 }]
        : [];
    }),
  ]);

  const top = box.y + 2;
  const foot = box.y + box.height - note * 1.7;
  const named = box.width > 420;
  const figure = clamp(Math.min((foot - top) / callouts.length / LEADING, box.width * 0.052), 12, 34);
  const swatch = figure * 0.9;
  const widthOf = ({ word, name, text }: Callout): number => {
    const said =
      word === null ? (named ? note * 0.5 + textWidth(name, note) : 0) : swatch + textWidth(name, figure) + 3;
    return said + amountWidth(text, { figure, note });
  };
  const right = (max(callouts, widthOf) ?? 0) + note * 1.5;
  const left = note * 4.6;
  const { columns, pitch } = fitGrid(
    parts.map(({ count }) => count),
    box.width - left - right,
    foot - top,
  );
  const spare = box.width - left - right - columns * pitch;
  const x = box.x + left + spare * 0.3;
  const rows = sum(parts, ({ count }) => Math.ceil(count / columns));
  const apart = clamp(((foot - top) / pitch - rows) / (parts.length - 1), ...APART);
  let y = top;
  const blocks = parts.map(({ first, count }, part) => {
    const block: Box = { x, y, width: columns * pitch, height: Math.ceil(count / columns) * pitch };
    y += block.height + apart * pitch;
    const total = found.figures.filter((one) => one.part === part).length;
    return {
      block,
      first,
      count,
      total,
      numeral: Math.min(block.height + (apart - 0.6) * pitch - note * 1.1, left * 0.8, 64),
    };
  });
  const places = blocks.flatMap(({ block, count }) =>
    range(count).map((k): Point => ({
      x: block.x + ((k % columns) + 0.5) * pitch,
      y: block.y + (Math.floor(k / columns) + 0.5) * pitch,
    })),
  );
  const end = x + columns * pitch;
  const gap = figure * LEADING;
  const wished = callouts.map(({ part, grain }) => {
    const { block } = blocks[part] ?? { block: box };
    return grain === null ? block.y + block.height * 0.5 : (places[grain]?.y ?? block.y);
  });
  const labels = spread(wished, gap, top + gap / 2, Math.min(foot, y) - gap / 2);
  return {
    box,
    note,
    pitch,
    blocks,
    places,
    found,
    figure,
    swatch,
    named,
    callouts: callouts.map((callout, k) => ({
      ...callout,
      at: { x: end + note * 1.5, y: labels[k] ?? top },
      from: callout.grain === null ? null : (places[callout.grain] ?? null),
      width: widthOf(callout),
    })),
    end,
    foot: box.y + box.height - 2,
  };
}

type Layout = ReturnType<typeof layout>;
type Placed = Layout["callouts"][number];

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
  const { key, name, text, at, from, turn } = callout;
  const opacity = BEATS.figure(t, turn);
  const base = at.y + figure * 0.34;
  const leader =
    from === null ? [] : [from, { x: end, y: from.y }, { x: at.x - note * 0.35, y: at.y }, { x: at.x - 3, y: at.y }];
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
