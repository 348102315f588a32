import { min } from "d3-array";
import { smoothstep } from "../../lib/math.ts";
import type { Box, Grain, LayoutContext, Palette, Shape } from "../../model/picture.ts";
import { beat, stagger } from "../../picture/beats.ts";
import { idleColor } from "../../picture/grains.ts";
import { GROUP_SIZE } from "../groups.ts";
import { rectMark, textMark } from "../../picture/marks.ts";
import { drawNumeral, numeralSize } from "../../picture/numeral.ts";
import { defineScene } from "../../picture/scene.ts";
import { fitFontSize, textWidth } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";
import { type Cistern, drawCistern, layoutCistern, type PipeKind, POINT } from "./two-valves-cistern.ts";
import { grainSize, placesIn } from "./two-valves-stream.ts";

const CARDS: readonly { readonly word: string; readonly id: string; readonly kind: PipeKind }[] = [
  { word: "less", id: "tax-cut", kind: "outlet" },
  { word: "lent", id: "loans", kind: "return" },
];

const WALL_COLUMNS = 2;

const BEATS = {
  say: stagger(0.3, 0.05, 0.3),
  turn: stagger(0.32, 0.08, 0.55, smoothstep),
  apart: beat(0.7, 0.9),
};

interface Caption {
  readonly text: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
}

interface Card {
  readonly word: string;
  readonly index: number;
  readonly text: string;
  readonly status: string;
  readonly frame: Box;
  readonly words: Box;
  readonly what: Caption;
  readonly note: Caption;
  readonly cistern: Cistern;
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

/** Sets a caption in the middle of the part of the machine that carries it. */
function captionIn(text: string, size: number, { x, y, width, height }: Box): Caption {
  return { text, size, x: x + width / 2, y: y + height / 2 };
}

function layout({ box, size, fact, label }: LayoutContext) {
  const type = typeSize(size, "small");
  const nameSize = typeSize(size, "display");
  const gap = type * 1.9;
  const width = (box.width - gap) / 2;
  const height = box.height - type * 2;
  const inner = CARDS.map((_, index) =>
    inset({ x: box.x + index * (width + gap), y: box.y, width, height }, type * 0.8),
  );
  // One size for both figures and for all captions, because the machines differ by their pipes alone.
  const figure =
    min(inner, (each, k) => numeralSize(fact(CARDS[k]?.id ?? "").text, each.width, height * 0.24, 22)) ?? 0;
  const head = nameSize * 1.06 + figure * 0.98 + type * 0.35;
  const room = width - type * 1.6;
  const what =
    min(CARDS, ({ word }) => fitFontSize(label(`${word}-what`), room - type * 1.5, typeSize(size, "label"), 11)) ??
    type;
  const cards = CARDS.map(({ word, id, kind }, index): Card => {
    const frame = { x: box.x + index * (width + gap), y: box.y, width, height };
    const within = inset(frame, type * 0.8);
    const note = label(`${word}-note`);
    const machine = { ...within, y: within.y + head, height: within.height - head };
    const cistern = layoutCistern(kind, machine, what * 1.75, {
      width: textWidth(note, type) + type,
      height: type * 1.7 + type * 1.7 * POINT,
    });
    const { plate } = cistern;
    const flat = {
      ...plate,
      height: plate.height * (1 - POINT),
      y: plate.y + (kind === "outlet" ? 0 : plate.height * POINT),
    };
    return {
      word,
      index,
      text: fact(id).text,
      status: fact(id).status,
      frame,
      words: { ...within, height: head },
      what: captionIn(label(`${word}-what`), what, cistern.lintel),
      note: captionIn(note, type, flat),
      cistern,
    };
  });
  const wall = { x: box.x + width, y: box.y, width: gap, height };
  const r = grainSize(
    cards.map(({ cistern }) => cistern),
    GROUP_SIZE,
  );
  return { type, nameSize, foot: box.y + box.height, cards, figure, wall, r };
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
  { word, text, status, words, what, note }: Card,
  title: string,
  palette: Palette,
  opacity: number,
): readonly Shape[] {
  const key = `valves:${word}`;
  const y = words.y + nameSize * 0.9;
  const base = words.y + nameSize * 1.06 + figure * 0.9;
  const common = { fill: palette.ink, role: "note", opacity } as const;
  const carried = { ...common, anchor: "middle", baseline: "middle" } as const;
  return [
    textMark({ key: `${key}:name`, text: title, x: words.x, y, size: nameSize, fill: palette.ink, face: "song" }),
    textMark({
      ...common,
      key: `${key}:status`,
      text: status,
      x: words.x + textWidth(title, nameSize) + type * 0.5,
      y,
      size: type,
      fill: palette.muted,
    }),
    ...drawNumeral(key, text, [words.x, base], figure, { loud: palette.textRed, quiet: palette.ink }, opacity),
    textMark({ ...carried, ...what, key: `${key}:what` }),
    textMark({ ...carried, ...note, key: `${key}:note` }),
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

function drawGrains({ cards, wall, r }: Layout, t: number, palette: Palette): readonly Grain[] {
  const streams = cards.flatMap(({ cistern, index }) =>
    placesIn(cistern, GROUP_SIZE, r, BEATS.turn(t, index)).map(({ x, y, due }): Grain => ({
      x,
      y,
      r,
      fill: palette.ember,
      opacity: 1,
      hollow: due,
    })),
  );
  return [...streams, ...Array.from({ length: GROUP_SIZE }, (_, rank) => wallGrain(rank, wall, palette))];
}

/**
 * Two numbers in two frames, each over its own cistern: one pipe is turned down, the other is open and leads back. A
 * wall of grains separates them; neither their count nor any length stands for an amount.
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
        ...drawCistern(card.cistern, `valves:${card.word}`, BEATS.turn(t, card.index), palette),
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
