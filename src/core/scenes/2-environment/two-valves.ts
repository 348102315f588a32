import { min } from "d3-array";
import { smoothstep } from "../../lib/math.ts";
import type { Box, Grain, LayoutContext, Palette, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { idleColor } from "../../picture/grains.ts";
import { GROUP_SIZE } from "../groups.ts";
import { rectMark, textMark } from "../../picture/marks.ts";
import { drawNumeral, numeralSize } from "../../picture/numeral.ts";
import { defineScene } from "../../picture/scene.ts";
import { breakLines, fitFontSize, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { drawValve, layoutValve, streamThrough, type Valve, type ValveKind } from "./two-valves-valve.ts";

const CARDS: readonly { readonly word: string; readonly id: string; readonly kind: ValveKind }[] = [
  { word: "less", id: "tax-cut", kind: "gate" },
  { word: "lent", id: "loans", kind: "return" },
];

const WALL_COLUMNS = 2;

const BEATS = {
  say: stagger(0.3, 0.05, 0.3),
  turn: stagger(0.32, 0.08, 0.55, smoothstep),
  apart: beat(0.7, 0.9),
};

interface Line {
  readonly text: string;
  readonly size: number;
  readonly colour: "ink" | "muted";
}

interface Card {
  readonly word: string;
  readonly index: number;
  readonly text: string;
  readonly status: string;
  readonly frame: Box;
  readonly words: Box;
  readonly lines: readonly Line[];
  readonly valve: Valve;
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

function layout({ box, size, fact, label }: LayoutContext) {
  const type = typeSize(size, "small");
  const gap = type * 1.9;
  const width = (box.width - gap) / 2;
  const height = box.height - type * 2;
  const cards = CARDS.map(({ word, id, kind }, index): Card => {
    const frame = { x: box.x + index * (width + gap), y: box.y, width, height };
    const inner = inset(frame, type * 0.85);
    const above = Math.min(inner.height * 0.42, inner.width * 0.4 + type * 5.4);
    const lines = (["what", "note"] as const).flatMap((part) => {
      const said = label(`${word}-${part}`);
      const fitted = fitFontSize(said, inner.width, type, 11);
      return breakLines(said, fitted, inner.width).map((text): Line => ({
        text,
        size: fitted,
        colour: part === "what" ? "muted" : "ink",
      }));
    });
    return {
      word,
      index,
      text: fact(id).text,
      status: fact(id).status,
      frame,
      words: { ...inner, height: above },
      lines,
      valve: layoutValve(kind, { ...inner, y: inner.y + above, height: inner.height - above }),
    };
  });
  // One size for both figures, because their difference is not the point.
  const figure = min(cards, ({ text, words }) => numeralSize(text, words.width, words.height * 0.52, 22)) ?? 0;
  const wall = { x: box.x + width, y: box.y, width: gap, height };
  return { type, nameSize: typeSize(size, "display"), foot: box.y + box.height, cards, figure, wall };
}

type Layout = ReturnType<typeof layout>;

function drawFrame(key: string, frame: Box, palette: Palette): readonly Shape[] {
  const stroke = palette.ink;
  return [
    rectMark({ key: `${key}:rule`, layer: "back", ...frame, stroke, strokeWidth: 1.6 }),
    rectMark({ key: `${key}:rule:in`, layer: "back", ...inset(frame, 4), stroke, strokeWidth: 0.7 }),
  ];
}

function drawWords(
  { type, nameSize, figure }: Layout,
  { word, text, status, words, lines }: Card,
  title: string,
  palette: Palette,
  opacity: number,
): readonly Shape[] {
  const key = `valves:${word}`;
  const y = words.y + nameSize * 0.9;
  const base = words.y + nameSize * 1.06 + figure * 0.9;
  const below = base + figure * 0.15 + type * 0.9;
  return [
    textMark({ key: `${key}:name`, text: title, x: words.x, y, size: nameSize, fill: palette.ink, face: "song" }),
    textMark({
      key: `${key}:status`,
      text: status,
      x: words.x + textWidth(title, nameSize) + type * 0.5,
      y,
      size: type,
      fill: palette.muted,
      role: "note",
      opacity,
    }),
    ...drawNumeral(key, text, [words.x, base], figure, { loud: palette.textRed, quiet: palette.ink }, opacity),
    ...lines.map((line, n) =>
      textMark({
        key: `${key}:note:${n}`,
        text: line.text,
        x: words.x,
        y: below + type * 1.4 * n,
        size: line.size,
        fill: palette[line.colour],
        role: "note",
        opacity,
      }),
    ),
  ];
}

function wallGrain(rank: number, { x, y, width, height }: Box, palette: Palette): Grain {
  const step = height / (GROUP_SIZE / WALL_COLUMNS);
  const column = rank % WALL_COLUMNS;
  return {
    x: x + width * (0.5 + 0.36 * (column - 0.5)),
    y: y + (Math.floor(rank / WALL_COLUMNS) + 0.25 + 0.5 * column) * step,
    r: Math.min(width * 0.13, step * 0.42),
    fill: idleColor(palette),
    opacity: 1,
    hollow: 0,
  };
}

function drawGrains({ cards, wall }: Layout, t: number, palette: Palette): readonly Grain[] {
  const streams = cards.flatMap(({ valve, index }) => {
    const { places, r } = streamThrough(valve, GROUP_SIZE, BEATS.turn(t, index));
    return places.map(({ x, y, due }): Grain => ({ x, y, r, fill: palette.ember, opacity: 1, hollow: due }));
  });
  return [...streams, ...Array.from({ length: GROUP_SIZE }, (_, rank) => wallGrain(rank, wall, palette))];
}

/**
 * Two numbers in two frames, each over its own kind of valve. A wall of grains separates them; no count of grains
 * stands for either amount.
 */
export const twoValves = defineScene({
  labels: ["less", "less-what", "less-note", "lent", "lent-what", "lent-note", "apart"],
  facts: CARDS.map(({ id }) => id),
  elevation: () => 0.88,
  beats: BEATS,
  layout,
  draw: (places, { t, size, palette, label }) => ({
    grains: drawGrains(places, t, palette),
    shapes: [
      ...places.cards.flatMap((card) => [
        ...drawFrame(`valves:${card.word}`, card.frame, palette),
        ...drawValve(card.valve, `valves:${card.word}`, BEATS.turn(t, card.index), palette),
        ...drawWords(places, card, label(card.word), palette, BEATS.say(t, card.index)),
      ]),
      textMark({
        key: "valves:apart",
        text: label("apart"),
        x: places.wall.x + places.wall.width / 2,
        y: places.foot - places.type * 0.3,
        size: typeSize(size, "label"),
        fill: palette.ink,
        anchor: "middle",
        opacity: BEATS.apart(t),
      }),
    ],
  }),
});
