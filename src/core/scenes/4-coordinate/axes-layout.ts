import { range } from "d3-array";
import { clamp } from "../../lib/math.ts";
import type { LayoutContext, Point } from "../../model/picture.ts";
import { hatchPath, pathData } from "../../picture/path.ts";
import { fitFontSize } from "../../picture/text.ts";
import { typeSize } from "../../picture/type-scale.ts";

/** The industry that a noun belonged to in the first chapter colours the edge of its tag. */
export type Origin = "industry" | "services" | "ember" | "both" | "none";

export interface Noun {
  readonly key: string;
  readonly origin: Origin;
  /** The board of tenses hangs it under the same name, and draws it in the same manner. */
  readonly tense: "formed" | "moving" | "demand" | "goal";
}

/** Nouns met before, in the interview's order under the demand that they stand under now. */
export const ROPES: readonly { readonly key: string; readonly nouns: readonly Noun[] }[] = [
  {
    key: "one",
    nouns: [
      { key: "one-a", origin: "both", tense: "formed" },
      { key: "one-b", origin: "ember", tense: "demand" },
    ],
  },
  {
    key: "two",
    nouns: [
      { key: "two-a", origin: "services", tense: "demand" },
      { key: "two-b", origin: "none", tense: "demand" },
    ],
  },
  {
    key: "three",
    nouns: [
      { key: "three-a", origin: "industry", tense: "moving" },
      { key: "three-b", origin: "industry", tense: "moving" },
      { key: "three-c", origin: "industry", tense: "goal" },
      { key: "three-d", origin: "none", tense: "moving" },
      { key: "three-e", origin: "none", tense: "formed" },
    ],
  },
];

const STEPS = 5;

/** Grains in each row of a plumb bob, from above: eighty. */
const ROWS = [8, 9, 10, 11, 10, 9, 8, 6, 5, 3, 1];
const WIDEST = Math.max(...ROWS);
const ROW = Math.sqrt(3) / 2;

export const SPOTS: readonly Point[] = ROWS.flatMap((n, row) =>
  range(n).map((k) => ({ x: k - (n - 1) / 2, y: row * ROW })),
);

const BOB = { cap: 1.1, shoulder: 4.1, widest: WIDEST / 2 + 0.62, tip: 10.1 } as const;

export function layout({ box, size, label }: LayoutContext) {
  const name = typeSize(size, "display") * 1.12;
  const apart = Math.min(box.width / ROPES.length, box.height * 0.46);
  const texts = ROPES.flatMap(({ nouns }) => nouns.map(({ key }) => label(key)));
  const room = apart * 0.94;
  const pad = clamp(apart * 0.05, 4, 12);
  const type = Math.min(...texts.map((text) => fitFontSize(text, room - 3 * pad, typeSize(size, "name"), 11)));
  const head = clamp(box.height * 0.2, 40, 150);
  const pitch = Math.min((apart * 0.36) / BOB.widest, (box.height * 0.24) / (BOB.tip + 1.5));
  const cx = box.x + box.width / 2;
  const bar = box.y + head;
  const bob = box.y + box.height - pitch * (BOB.tip + 1.5) - 2;
  const top = bar + name * 2.08;
  const step = (bob - top - type * 0.4) / STEPS;
  const height = Math.min(type * 1.75, step * 0.84);
  return {
    cx,
    top: box.y,
    bar,
    /** From the beam's middle to the foot of its knots. */
    beam: Math.max(1.3, pitch * 0.26) * 1.9 + 1,
    bob,
    pitch,
    bobOutline: bobPath(pitch),
    type,
    name,
    apart,
    drop: Math.min(type * 0.4, Math.max(0, step - type * 1.15) * 0.5),
    tag: { width: room, height, pad },
    hatching: hatchPath({ x: 0.6, y: 0.6, width: room - 1.2, height: height - 1.2 }, Math.max(4, height * 0.16)),
    xs: ROPES.map((_, k) => cx + (k - 1) * apart),
    ys: range(STEPS).map((k) => top + height / 2 + k * step),
  };
}

export type Layout = ReturnType<typeof layout>;

/** Outline of a bob in pitches of its grains, from the middle of its upper row. */
function bobPath(pitch: number): string {
  const { cap, shoulder, widest, tip } = BOB;
  return pathData((path) => {
    const to = (x: number, y: number): void => path.lineTo(x * pitch, y * pitch);
    path.moveTo(-cap * pitch, -1.5 * pitch);
    to(cap, -1.5);
    to(cap, -1);
    for (const side of [1, -1]) {
      const curve = (...[x1, y1, x2, y2, x, y]: readonly [number, number, number, number, number, number]): void =>
        path.bezierCurveTo(side * x1 * pitch, y1 * pitch, side * x2 * pitch, y2 * pitch, side * x * pitch, y * pitch);
      if (side > 0) {
        to(shoulder, -0.9);
        curve(shoulder + 1.1, -0.4, widest, 1.1, widest, 2.6);
        curve(widest, 4.6, 1.9, 8.3, 0, tip);
      } else {
        curve(1.9, 8.3, widest, 4.6, widest, 2.6);
        curve(widest, 1.1, shoulder + 1.1, -0.4, shoulder, -0.9);
        to(-cap, -1);
      }
    }
    path.closePath();
  });
}
