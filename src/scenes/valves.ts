import { letters, lettering } from "../motifs/lettering.ts";
import { numeral, numeralSize } from "../motifs/numeral.ts";
import { valve, valveStream, type ValveKind } from "../motifs/valve.ts";
import { heavy, span } from "../picture/ease.ts";
import { eachGrain, GROUP_SIZE } from "../picture/grains.ts";
import type { Box, Grain, Palette, Scene, Shape } from "../picture/model.ts";
import { breakLines, textWidth } from "../picture/text.ts";
import { idle } from "./idle.ts";

const CARDS: readonly { readonly word: string; readonly fact: string; readonly kind: ValveKind }[] = [
  { word: "less", fact: "tax-cut", kind: "gate" },
  { word: "lent", fact: "loans", kind: "return" },
];

/** Two frames of one size, side by side in a low box and one over the other in a high one, and the row that keeps them apart. */
function frames(box: Box, type: number): { readonly cards: readonly [Box, Box]; readonly row: number } {
  const side = box.width > box.height * 1.2;
  const gap = type * 2.6;
  if (side) {
    const card = { ...box, width: (box.width - gap * 0.7) / 2, height: box.height - type * 2 };
    return { cards: [card, { ...card, x: card.x + card.width + gap * 0.7 }], row: box.y + box.height - type * 0.5 };
  }
  const card = { ...box, height: (box.height - gap) / 2 };
  return {
    cards: [card, { ...card, y: card.y + card.height + gap }],
    row: card.y + card.height + gap / 2 + type * 0.36,
  };
}

/** A card's room for words and its room for the valve. */
function halves(card: Box, type: number): readonly [words: Box, drawing: Box] {
  const pad = type * 0.9;
  const inner = { x: card.x + pad, y: card.y + pad, width: card.width - 2 * pad, height: card.height - 2 * pad };
  if (inner.width > inner.height * 1.15) {
    const width = inner.width * 0.53;
    const words = inner.width - width;
    return [
      { ...inner, width: words - type * 0.6 },
      { ...inner, x: inner.x + words, width },
    ];
  }
  const height = Math.min(inner.height * 0.52, type * 10.5);
  return [
    { ...inner, height },
    { ...inner, y: inner.y + height, height: inner.height - height },
  ];
}

function rules(key: string, { x, y, width, height }: Box, { ink }: Palette): readonly Shape[] {
  const base = { kind: "rect", layer: "back", opacity: 1, fill: null, stroke: ink } as const;
  return [
    { ...base, key: `${key}:rule`, x, y, width, height, strokeWidth: 1.6 },
    { ...base, key: `${key}:rule:in`, x: x + 4, y: y + 4, width: width - 8, height: height - 8, strokeWidth: 0.7 },
  ];
}

/** Two numbers in two frames, each by a valve of its own kind; the grains of neither amount to anything, and a row of them keeps the two apart. */
export const valves: Scene = {
  words: ["less", "less-what", "less-note", "lent", "lent-what", "lent-note", "apart"],
  facts: CARDS.map(({ fact }) => fact),
  ground: () => 0.9,
  draw(at) {
    const { act, box, size, palette, word, fact } = at;
    const type = lettering(size, 12, 17);
    const { cards, row } = frames(box, type);
    const rooms = cards.map((card) => halves(card, type));
    const turned = CARDS.map((_, k) => heavy(span(act, 0.08 + 0.32 * k, 0.55 + 0.32 * k)));
    const loud = { loud: palette.textRed, quiet: palette.ink };
    // One size for both figures: which is larger is not the point.
    const figure = Math.min(
      ...CARDS.map((card, k) => {
        const room = rooms[k]?.[0] ?? box;
        return numeralSize(fact(card.fact).text, room.width, room.height * 0.36);
      }),
    );
    const streams = CARDS.map(({ kind }, k) => valveStream(kind, GROUP_SIZE, rooms[k]?.[1] ?? box, turned[k] ?? 0));
    const shapes = CARDS.flatMap((card, k): readonly Shape[] => {
      const [words, drawing] = rooms[k] ?? [box, box];
      const key = `valves:${card.word}`;
      const { text, status } = fact(card.fact);
      const said = span(act, 0.05 + 0.3 * k, 0.3 + 0.3 * k);
      const name = type * 1.45;
      const lines = [`${card.word}-what`, `${card.word}-note`].flatMap((note, n) =>
        breakLines(word(note), type, words.width).map((line) => ({
          line,
          fill: n === 0 ? palette.muted : palette.ink,
        })),
      );
      const base = name * 1.06 + figure * 0.89;
      const block = base + figure * 0.15 + lines.length * type * 1.4;
      const top = words.y + Math.max(0, (words.height - block) / 2);
      return [
        ...rules(key, cards[k] ?? box, palette),
        ...valve(card.kind, key, drawing, turned[k] ?? 0, palette),
        letters(`${key}:name`, word(card.word), [words.x, top + name * 0.9], name, palette.ink, { face: "song" }),
        letters(
          `${key}:status`,
          status,
          [words.x + textWidth(word(card.word), name) + type * 0.5, top + name * 0.9],
          type,
          palette.muted,
          { role: "note", opacity: said },
        ),
        ...numeral(key, text, [words.x, top + base], figure, loud, said),
        ...lines.map(({ line, fill }, n) =>
          letters(
            `${key}:note:${n}`,
            line,
            [words.x, top + base + figure * 0.15 + type * (0.9 + 1.4 * n)],
            type,
            fill,
            { role: "note", opacity: said },
          ),
        ),
      ];
    });
    const apart = word("apart");
    const middle = box.x + box.width / 2;
    const clear = textWidth(apart, type * 1.1) / 2 + type * 0.8;
    const half = GROUP_SIZE / 2;
    const grains = eachGrain((index): Grain => {
      const k = Math.floor(index / GROUP_SIZE);
      const rank = index % GROUP_SIZE;
      const stream = streams[k];
      const spot = stream?.places[rank];
      if (stream !== undefined && spot !== undefined)
        return { x: spot.x, y: spot.y, r: stream.r, fill: palette.ember, opacity: 1, hollow: spot.due };
      const wing = (box.width / 2 - clear) / half;
      const along = rank < half ? box.x + (rank + 0.5) * wing : middle + clear + (rank - half + 0.5) * wing;
      return {
        x: along,
        y: row - type * 0.36 + ((rank % 3) - 1) * type * 0.3,
        r: Math.min(type * 0.13, wing * 1.1),
        fill: idle(palette),
        opacity: 1,
        hollow: 0,
      };
    });
    return {
      grains,
      shapes: [
        ...shapes,
        letters("valves:apart", apart, [middle, row], type * 1.1, palette.ink, {
          anchor: "middle",
          opacity: span(act, 0.7, 0.9),
        }),
      ],
    };
  },
};
