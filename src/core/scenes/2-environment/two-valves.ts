import type { Rgb } from "../../lib/color.ts";
import { linearStep, smoothstep } from "../../lib/math.ts";
import type { Box, Grain, Scene, Shape } from "../../model/picture.ts";
import { GROUP_SIZE, idleColor, mapGrains } from "../../picture/grains.ts";
import { textMark, typeSize } from "../../picture/old-marks.ts";
import { drawNumeral, numeralSize } from "../../picture/numeral.ts";
import { breakLines, fitFontSize, textWidth } from "../../picture/text.ts";
import { valve, type ValveKind, valveStream } from "./two-valves-valve.ts";

const CARDS: readonly { readonly word: string; readonly fact: string; readonly kind: ValveKind }[] = [
  { word: "less", fact: "tax-cut", kind: "gate" },
  { word: "lent", fact: "loans", kind: "return" },
];

const WALL = 2;

function frames(box: Box, type: number): { readonly cards: readonly [Box, Box]; readonly wall: number } {
  const wall = type * 1.9;
  const card = { ...box, width: (box.width - wall) / 2, height: box.height - type * 2 };
  return { cards: [card, { ...card, x: card.x + card.width + wall }], wall };
}

function halves({ x, y, width, height }: Box, type: number): readonly [words: Box, drawing: Box] {
  const pad = type * 0.85;
  const inner = { x: x + pad, y: y + pad, width: width - 2 * pad, height: height - 2 * pad };
  const tall = Math.min(inner.height * 0.42, inner.width * 0.4 + type * 5.4);
  return [
    { ...inner, height: tall },
    { ...inner, y: inner.y + tall, height: inner.height - tall },
  ];
}

function rules(key: string, { x, y, width, height }: Box, ink: Rgb): readonly Shape[] {
  const base = { kind: "rect", layer: "back", opacity: 1, fill: null, stroke: ink } as const;
  return [
    { ...base, key: `${key}:rule`, x, y, width, height, strokeWidth: 1.6 },
    { ...base, key: `${key}:rule:in`, x: x + 4, y: y + 4, width: width - 8, height: height - 8, strokeWidth: 0.7 },
  ];
}

/**
 * Two numbers in two frames, each over its own kind of valve. A wall of grains separates them; no count of grains
 * stands for either amount.
 */
export const twoValves: Scene = {
  labels: ["less", "less-what", "less-note", "lent", "lent-what", "lent-note", "apart"],
  facts: CARDS.map(({ fact }) => fact),
  elevation: () => 0.9,
  draw({ t, box, size, palette, label, fact }) {
    const type = typeSize(size, 12, 19);
    const { cards, wall } = frames(box, type);
    const rooms = cards.map((card) => halves(card, type));
    const turned = CARDS.map((_, k) => smoothstep(linearStep(t, 0.08 + 0.32 * k, 0.55 + 0.32 * k)));
    const loud = { loud: palette.textRed, quiet: palette.ink };
    // One size for both figures, because their difference is not the point.
    const figure = Math.min(
      ...CARDS.map((card, k) => {
        const room = rooms[k]?.[0] ?? box;
        return numeralSize(fact(card.fact).text, room.width, room.height * 0.52, 22);
      }),
    );
    const streams = CARDS.map(({ kind }, k) => valveStream(kind, GROUP_SIZE, rooms[k]?.[1] ?? box, turned[k] ?? 0));
    const shapes = CARDS.flatMap((card, k): readonly Shape[] => {
      const [words, drawing] = rooms[k] ?? [box, box];
      const key = `valves:${card.word}`;
      const { text, status } = fact(card.fact);
      const said = linearStep(t, 0.05 + 0.3 * k, 0.3 + 0.3 * k);
      const name = type * 1.5;
      const base = words.y + name * 1.06 + figure * 0.9;
      const below = base + figure * 0.15;
      const lines = [`${card.word}-what`, `${card.word}-note`].flatMap((note, n) => {
        const small = fitFontSize(label(note), words.width, type, 11);
        return breakLines(label(note), small, words.width).map((line) => ({
          line,
          small,
          fill: n === 0 ? palette.muted : palette.ink,
        }));
      });
      return [
        ...rules(key, cards[k] ?? box, palette.ink),
        ...valve(card.kind, key, drawing, turned[k] ?? 0, palette),
        textMark(`${key}:name`, label(card.word), [words.x, words.y + name * 0.9], name, palette.ink, { face: "song" }),
        textMark(
          `${key}:status`,
          status,
          [words.x + textWidth(label(card.word), name) + type * 0.5, words.y + name * 0.9],
          type,
          palette.muted,
          { role: "note", opacity: said },
        ),
        ...drawNumeral(key, text, [words.x, base], figure, loud, said),
        ...lines.map(({ line, small, fill }, n) =>
          textMark(`${key}:note:${n}`, line, [words.x, below + type * (0.9 + 1.4 * n)], small, fill, {
            role: "note",
            opacity: said,
          }),
        ),
      ];
    });
    const middle = box.x + box.width / 2;
    const foot = box.y + box.height;
    const step = (foot - type * 2 - box.y) / (GROUP_SIZE / WALL);
    const grains = mapGrains((index): Grain => {
      const k = Math.floor(index / GROUP_SIZE);
      const rank = index % GROUP_SIZE;
      const stream = streams[k];
      const spot = stream?.places[rank];
      if (stream !== undefined && spot !== undefined)
        return { x: spot.x, y: spot.y, r: stream.r, fill: palette.ember, opacity: 1, hollow: spot.due };
      const file = rank % WALL;
      return {
        x: middle + (file - 0.5) * wall * 0.36,
        y: box.y + (Math.floor(rank / WALL) + 0.25 + 0.5 * file) * step,
        r: Math.min(wall * 0.13, step * 0.42),
        fill: idleColor(palette),
        opacity: 1,
        hollow: 0,
      };
    });
    return {
      grains,
      shapes: [
        ...shapes,
        textMark("valves:apart", label("apart"), [middle, foot - type * 0.3], type * 1.15, palette.ink, {
          anchor: "middle",
          opacity: linearStep(t, 0.7, 0.9),
        }),
      ],
    };
  },
};
