import { curveBasis, line } from "d3-shape";
import { AT } from "../formations/ding.ts";
import { mineBend, type Stand } from "../formations/stand.ts";
import type { Place } from "../formations/strip.ts";
import { heavy, span } from "../picture/ease.ts";
import type { Palette, Path } from "../picture/model.ts";

/** Where the roots of the three strands leave the mine, in units of its width. */
const ROOTS = [0.13, 0.5, 0.87] as const;
const HALF_TURNS = 7;

/** How deep under the ground the strands meet, in label sizes: below it the name of the third leg stands. */
export const KNOT_DEPTH = 2.5;

/** x of root `k` (0–2), px. */
export function rootX({ mine }: Stand, k: number): number {
  return mine.x + (ROOTS[k] ?? 0.5) * mine.width;
}

/** s at which the strands meet in the knot under the leg. */
const KNOT = 0.5;

function phaseOf(k: number, s: number): number {
  return (Math.PI * HALF_TURNS * (s - KNOT)) / (2 - KNOT) + (2 * Math.PI * (k + 0.25)) / 3;
}

/** A point of strand `k` (0–2): s from 0, its root in the mine, to 1, the foot of the third leg, and on to 2, its knee. Px. */
export function strand(at: Stand, k: number, s: number): Place {
  const { cx, ground, unit, mine, type } = at;
  const root = rootX(at, k);
  const start = mine.y + mine.height * 0.3 + mineBend(at, ROOTS[k] ?? 0.5);
  const knot = ground + type * KNOT_DEPTH;
  const thick = unit * 0.075 * span(s, KNOT - 0.1, KNOT + 0.2) * (1 - 0.15 * span(s, 1, 2));
  const x = root + (cx - root) * heavy(span(s, 0.06, KNOT)) + thick * Math.sin(phaseOf(k, s));
  const y = s <= KNOT ? start + (knot - start) * heavy(span(s, 0, KNOT - 0.08)) : s <= 1 ? knot + ((ground - knot) * (s - KNOT)) / (1 - KNOT) : ground - (s - 1) * unit * AT.bottom;
  return { x, y };
}

const STEPS = 60;

/** Whether strand `k` passes in front at s. */
function inFront(k: number, s: number): boolean {
  return s > KNOT - 0.06 && Math.cos(phaseOf(k, s)) > 0.1;
}

function points(at: Stand, k: number, grown: number, keep: (s: number) => boolean): string {
  const smooth = line<number>((s) => strand(at, k, s).x, (s) => strand(at, k, s).y).defined(keep).curve(curveBasis).digits(1);
  return smooth(Array.from({ length: STEPS + 1 }, (_, j) => (2 * grown * j) / STEPS)) ?? "";
}

/** The three strands plaited, `grown` 0–1 from the roots to the knee of the third leg; what passes in front cuts what passes behind. */
export function braid(at: Stand, colours: Palette, grown: number, presence = 1): readonly Path[] {
  if (grown <= 0) return [];
  const width = Math.max(1.6, at.unit * 0.02);
  const dashes = [{}, {}, { dash: `${(width * 0.9).toFixed(1)} ${(width * 0.8).toFixed(1)}` }];
  const strokes = [colours.ember, colours.rural, colours.textRural];
  const base = { kind: "path", layer: "back", opacity: presence, fill: null } as const;
  const under = [0, 1, 2].map((k): Path => ({ ...base, key: `braid:under:${k}`, d: points(at, k, grown, () => true), stroke: strokes[k] ?? colours.rural, width, ...dashes[k] }));
  const over = [0, 1, 2].flatMap((k): readonly Path[] => {
    const d = points(at, k, grown, (s) => inFront(k, s));
    return [
      { ...base, key: `braid:gap:${k}`, d, stroke: colours.ground, width: width * 2.4 },
      { ...base, key: `braid:over:${k}`, d, stroke: strokes[k] ?? colours.rural, width, ...dashes[k] },
    ];
  });
  return [...under, ...over];
}
