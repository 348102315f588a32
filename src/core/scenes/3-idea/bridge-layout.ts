import { scaleLinear } from "d3-scale";
import { lerp } from "../../lib/math.ts";
import type { LayoutContext } from "../../model/picture.ts";
import { fitFontSize } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";

// Places are along the span, 0–1. GAP is half the gap that stays open; BEGUN are the first ends of the deck's halves.
export const TOWERS = [0.25, 0.75] as const;

export function quadratic(from: number, control: number, to: number, k: number): number {
  return (1 - k) ** 2 * from + 2 * k * (1 - k) * control + k ** 2 * to;
}

/** A part of the main cable between two places of the span: a parabola, as in a cable that carries a deck. */
interface CableArc {
  readonly from: number;
  readonly to: number;
  readonly y: readonly [from: number, control: number, to: number];
}

function cableArcs(head: number, deck: number, low: number): readonly CableArc[] {
  const [left, right] = TOWERS;
  const outer = (head + deck) / 2 + 0.21 * (deck - head);
  return [
    { from: 0, to: left, y: [deck, outer, head] },
    { from: left, to: right, y: [head, 2 * low - head, head] },
    { from: right, to: 1, y: [head, outer, deck] },
  ];
}

export function layout({ size, box: stage, label }: LayoutContext) {
  // The bank's words keep clear of the progress nav.
  const box = { ...stage, width: stage.width - Math.min(16, stage.width * 0.03) };
  const type = typeSize(size, "label");
  const height = Math.min(box.height - type, box.width * 1.08);
  const top = box.y + (box.height - type - height) * 0.45;
  /** Distance of the far side from the near one: to the right and up. */
  const [dx, dy] = [box.width * 0.05, height * 0.045];
  const width = box.width - dx;
  const x = scaleLinear([0, 1], [box.x, box.x + width]);
  const y = scaleLinear([0, 1], [top, top + height]);
  const [head, deck, water, foot] = [y(0.24), y(0.62), y(0.76), y(0.86)];
  const girder = height * 0.03;
  const leg = Math.max(3, height * 0.016);
  // Keep the cable shallow on any stage: a deep one would look like a rope.
  const low = Math.min(head + (TOWERS[1] - TOWERS[0]) * width * 0.36, lerp(deck, head, 0.16));
  return {
    size,
    box,
    type,
    dx,
    dy,
    width,
    x,
    head,
    deck,
    water,
    foot,
    girder,
    leg,
    cable: cableArcs(head, deck, low),
    shore: Math.min((TOWERS[0] * width - leg * 2) / 4.45, (water - deck) * 0.42),
    named: lerp(deck + girder, water, 0.45),
    caption: foot + girder * 2 + type * 1.2,
    ask: {
      x: x(0.5) + dx / 2,
      y: lerp(box.y, head - dy, 0.62),
      size: fitFontSize(label("ask"), x(TOWERS[1]) - x(TOWERS[0]), Math.min(56, (head - dy - box.y) * 0.55), 16),
    },
    // The evening fills the stage from edge to edge.
    plate: { x: 0, y: stage.y, width: size.width, height: size.height - stage.y },
    lamp: Math.max(2.6, height * 0.013),
  };
}

export type Layout = ReturnType<typeof layout>;

export type Deck = readonly [left: number, right: number];

export function cableY({ cable, deck }: Layout, at: number): number {
  for (const { from, to, y } of cable) if (at <= to) return quadratic(...y, (at - from) / (to - from));
  return deck;
}
