import { max, min, sum } from "d3-array";
import { clamp, lerp, smoothstep } from "../../lib/math.ts";
import type { Grain, LayoutContext, Palette, Point, Shape } from "../../model/picture.ts";
import { type Beat, beat, type Stagger, stagger } from "../../picture/beats.ts";
import { GRAIN_COUNT, mapGrains } from "../../picture/grains.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { drawNumeral, numeralSize, numeralWidth } from "../../picture/numeral.ts";
import { polygon, segments, stadiumPath } from "../../picture/path.ts";
import { defineScene } from "../../picture/scene.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { crowdMark, factoryMark, MARK_SIZE, type MarkShape, type Seat, seatsInRows } from "./words-marks.ts";

const BEATS = {
  /** By row, counted from where the rows end up. */
  rise: stagger(0.1, 0.05, 0.39, smoothstep),
  fall: stagger(0.1, 0.39, 0.73, smoothstep),
  countFirms: beat(0.5, 0.66),
  countPeople: beat(0.84, 1),
};

interface Word {
  readonly id: "firms" | "people";
  readonly index: number;
  readonly rises: boolean;
  readonly shape: (n: number) => MarkShape;
  readonly move: Stagger;
  readonly count: Beat;
}

const FIRMS: Word = {
  id: "firms",
  index: 0,
  rises: true,
  shape: factoryMark,
  move: BEATS.rise,
  count: BEATS.countFirms,
};
const PEOPLE: Word = {
  id: "people",
  index: 1,
  rises: false,
  shape: crowdMark,
  move: BEATS.fall,
  count: BEATS.countPeople,
};
const WORDS = [FIRMS, PEOPLE];

const MARGIN = 0.12;
const COLUMN = 0.5 - MARGIN;

const PARTS: readonly { readonly id: string; readonly from: number; readonly to: number; readonly word?: Word }[] = [
  { id: "part-one", from: 0, to: MARGIN },
  { id: "part-two", from: MARGIN, to: 0.5, word: FIRMS },
  { id: "part-three", from: 0.5, to: 1 - MARGIN, word: PEOPLE },
  { id: "part-four", from: 1 - MARGIN, to: 1 },
];

const ACROSS = 3;
const PITCH = 0.66;

const LEADING = 1.06;

interface Column {
  readonly word: Word;
  readonly name: readonly string[];
  readonly text: string;
  readonly middle: number;
  readonly seats: readonly Seat[];
  readonly height: number;
  readonly shape: MarkShape;
}

function layout({ box, size, label, fact }: LayoutContext) {
  const type = typeSize(size, "small");
  const [top, foot] = [box.y + 2, box.y + box.height - type * 1.9];
  const width = COLUMN * box.width;
  const counts = WORDS.map(({ id }) => fact(`count-${id}`));
  const rows = Math.ceil((max(counts, ({ value }) => value ?? 0) ?? 0) / ACROSS);
  const mark = Math.min((width * 0.94) / (ACROSS * PITCH), ((foot - top) * 0.68) / rows);
  const fitting = min(counts, ({ text }) => numeralSize(text, width * 0.84, 210)) ?? 0;
  const each = Math.floor(
    GRAIN_COUNT /
      Math.max(
        1,
        sum(counts, ({ value }) => value ?? 0),
      ),
  );
  const parts = PARTS.map(({ id, from, to, word }) => ({
    id,
    word,
    x: box.x + from * box.width,
    middle: box.x + ((from + to) / 2) * box.width,
  }));
  const columns = parts.flatMap(({ word, middle }): readonly Column[] => {
    if (word === undefined) return [];
    const { text, value } = fact(`count-${word.id}`);
    const times = value ?? 0;
    return [
      {
        word,
        name: [...label(word.id)],
        text,
        middle,
        seats: seatsInRows(times, ACROSS),
        height: Math.ceil(times / ACROSS) * mark,
        shape: word.shape(each),
      },
    ];
  });
  return { box, type, top, foot, parts, columns, mark, figure: Math.min(fitting, (foot - top - rows * mark) * 0.94) };
}

type Layout = ReturnType<typeof layout>;

function middlesAt({ top, foot, mark }: Layout, { word, seats, middle, height }: Column, t: number): readonly Point[] {
  const way = foot - top - height;
  return seats.map(({ x, row }) => {
    const moved = lerp(-way, 0, word.move(t, row)) - (row + 0.5) * mark;
    return { x: middle + x * mark * PITCH, y: word.rises ? top - moved : foot + moved };
  });
}

function drawParts(
  { box, type, top, foot, parts }: Layout,
  palette: Palette,
  label: (key: string) => string,
): readonly Shape[] {
  const borders = parts.slice(1).map(
    ({ x }) =>
      [
        { x, y: top },
        { x, y: foot },
      ] as const,
  );
  const baseline = [
    { x: box.x, y: foot },
    { x: box.x + box.width, y: foot },
  ] as const;
  return [
    pathMark({ key: "words:columns", d: segments(borders), stroke: palette.line, layer: "back" }),
    pathMark({ key: "words:foot", d: segments([baseline]), stroke: palette.ink, strokeWidth: 1.4, layer: "back" }),
    ...parts.map(({ id, word, middle }) => {
      const half = textWidth(label(id), type) / 2;
      return textMark({
        key: `words:${id}`,
        text: label(id),
        x: clamp(middle, box.x + half, box.x + box.width - half),
        y: foot + type * 1.35,
        size: type,
        fill: word === undefined ? palette.muted : palette.ink,
        anchor: "middle",
        role: "axis",
      });
    }),
  ];
}

function blockPath({ x, y }: Point, halfWidth: number, halfHeight: number): string {
  const [left, right, top, bottom] = [x - halfWidth, x + halfWidth, y - halfHeight, y + halfHeight];
  return polygon([
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]);
}

function roundPath({ x, y }: Point, halfWidth: number, halfHeight: number): string {
  const end = halfHeight - halfWidth;
  return stadiumPath({ x, y: y - end }, { x, y: y + end }, halfWidth);
}

function drawColumn(
  { top, foot, mark, figure }: Layout,
  { word, name, text, middle, height }: Column,
  middles: readonly Point[],
  palette: Palette,
  opacity: number,
): readonly Shape[] {
  const { index, rises } = word;
  const frame = rises ? blockPath : roundPath;
  const em = MARK_SIZE.x * LEADING * mark;
  const letters = middles.flatMap(({ x, y }, m) =>
    name.map((letter, k) =>
      textMark({
        key: `words:mark:${index}:${m}:${k}`,
        text: letter,
        x,
        y: y + em * LEADING * (k - (name.length - 1) / 2),
        baseline: "middle",
        size: em,
        fill: rises ? palette.ink : palette.background,
        face: "song",
        anchor: "middle",
      }),
    ),
  );
  return [
    pathMark({
      key: `words:marks:${index}`,
      d: middles.map((at) => frame(at, MARK_SIZE.x * mark, MARK_SIZE.y * mark)).join(""),
      fill: rises ? palette.layer : palette.ink,
      stroke: rises ? palette.ember : palette.ink,
      strokeWidth: 1.2,
      layer: "back",
    }),
    ...letters,
    ...drawNumeral(
      `words:count:${index}`,
      text,
      [middle - numeralWidth(text, figure) / 2, rises ? top + height + figure * 0.9 : foot - height - figure * 0.16],
      figure,
      { loud: palette.textRed, quiet: palette.ink },
      opacity,
    ),
  ];
}

/**
 * One mark per occurrence of each word: firms are light blocks that rise in their column, people are dark rounds that
 * come down in theirs.
 */
export const words = defineScene({
  labels: [...WORDS.map(({ id }) => id), ...PARTS.map(({ id }) => id)],
  facts: WORDS.map(({ id }) => `count-${id}`),
  elevation: () => 0.92,
  beats: BEATS,
  layout,
  draw(places, { t, palette, label }) {
    const { mark } = places;
    const columns = places.columns.map((column) => ({ column, middles: middlesAt(places, column, t) }));
    const spots = columns.flatMap(({ column: { word, shape }, middles }) =>
      middles.flatMap(({ x, y }) =>
        shape.places.map((place) => ({
          x: x + place.x * mark,
          y: y + place.y * mark,
          r: shape.r * mark,
          fill: word.rises ? palette.ember : palette.ink,
        })),
      ),
    );
    return {
      grains: mapGrains((index): Grain => {
        // Grains left over lie under the first ones.
        const { x, y, r, fill } = spots[index % spots.length] ?? { x: 0, y: 0, r: 0, fill: palette.ember };
        return { x, y, r, fill, opacity: 1, hollow: 0 };
      }),
      shapes: [
        ...drawParts(places, palette, label),
        ...columns.flatMap(({ column, middles }) => drawColumn(places, column, middles, palette, column.word.count(t))),
      ],
    };
  },
});
