import { max, range, sum } from "d3-array";
import { clamp } from "../../lib/math.ts";
import type { Box, LayoutContext, Point } from "../../model/picture.ts";
import { type Beat, beat, stagger } from "../../picture/beats.ts";
import { splitNumber } from "../../picture/numeral.ts";
import { textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { divideInterview, findOccurrences } from "./words-reading.ts";

export const PARTS = ["part-one", "part-two", "part-three", "part-four"] as const;

/** Facts of the interview's figures in the order in which it gives them, and the labels that name them. */
export const FIGURES = [
  { id: "gdp", name: "gdp" },
  { id: "revenue", name: "revenue" },
  { id: "income", name: "income" },
  { id: "relief", name: "relief" },
  { id: "support", name: "support" },
  { id: "tax-cut", name: "tax-cut" },
  { id: "firms", name: "lenders" },
  { id: "loans", name: "loans" },
] as const;

export const BEATS = {
  figure: stagger(0.028, 0.02, 0.1),
  total: stagger(0.08, 0.06, 0.16),
  firms: beat(0.4, 0.52),
  people: beat(0.5, 0.62),
  yao: beat(0.7, 0.82),
  must: beat(0.8, 0.92),
};

export interface Word {
  readonly id: "firms" | "people" | "yao" | "must";
  readonly look: "filled" | "ring" | "halo";
  /** The part that names it; there its count is printed. */
  readonly home: number;
  readonly beat: Beat;
}

export const WORDS: readonly Word[] = [
  { id: "firms", look: "filled", home: 1, beat: BEATS.firms },
  { id: "people", look: "filled", home: 2, beat: BEATS.people },
  { id: "yao", look: "ring", home: 2, beat: BEATS.yao },
  { id: "must", look: "halo", home: 2, beat: BEATS.must },
];

/** Least and greatest distance between blocks, in rows; radii of grains and marks, in steps of the grid. */
const APART = [1.1, 2.2] as const;
const LEADING = 1.3;
/** Room between the figures and the key of the words, in lines of either. */
const KEY_GAP = 0.8;

/** Moves labels that wish to stand at `wished` at least `gaps` apart, within `top` and `foot`, in their order. */
function spread(wished: readonly number[], gaps: readonly number[], top: number, foot: number): readonly number[] {
  const down = wished.reduce<readonly number[]>(
    (set, y, k) => [...set, Math.max(y, top, (set.at(-1) ?? Number.NEGATIVE_INFINITY) + (gaps[k] ?? 0))],
    [],
  );
  return down.map((y, k) => Math.min(y, foot - sum(gaps.slice(k + 1))));
}

/**
 * Returns the heights at which leaders run to the right, in the order of the figures: above their row, the first
 * highest, so that no two of them share a line and none crosses another.
 */
function lanesOf(from: readonly (Point | null)[], pitch: number): readonly number[] {
  const apart = Math.max(1.7, pitch * 0.14);
  return from.map((at, k) => {
    if (at === null) return 0;
    const row = from.flatMap((other, index) => (other?.y === at.y ? [index] : []));
    return at.y - pitch * 0.5 + (row.indexOf(k) - (row.length - 1) / 2) * apart;
  });
}

/** Sizes of a figure and of the words about it. */
export interface Sizes {
  readonly figure: number;
  readonly note: number;
}

export function amountWidth(text: string, { figure, note }: Sizes): number {
  const [before, digits, after] = splitNumber(text);
  return textWidth(before + after, note) + textWidth(digits, figure, "song") + 2;
}

export interface Callout {
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

export function layout({ box, size, fact, label }: LayoutContext) {
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
  const figure = clamp(Math.min((foot - top) / (callouts.length + KEY_GAP) / LEADING, box.width * 0.052), 12, 34);
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
  // The key of the words stands apart from the figures.
  const key = callouts.findIndex(({ word }) => word !== null);
  const gaps = callouts.map((_, k) => gap * (k === key ? 1 + KEY_GAP : 1));
  const labels = spread(wished, gaps, top + gap / 2, Math.min(foot, y) - gap / 2);
  const from = callouts.map(({ grain }) => (grain === null ? null : (places[grain] ?? null)));
  const lanes = lanesOf(from, pitch);
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
      from: from[k] ?? null,
      lane: lanes[k] ?? top,
      width: widthOf(callout),
    })),
    end,
    foot: box.y + box.height - 2,
  };
}

export type Layout = ReturnType<typeof layout>;

export type Placed = Layout["callouts"][number];
