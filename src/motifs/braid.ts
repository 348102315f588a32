import { curveBasis, line } from "d3-shape";
import { abreast, AT, PLAIT } from "../formations/ding.ts";
import { mineBend, type Stand } from "../formations/stand.ts";
import type { Place } from "../formations/strip.ts";
import { mixRgb } from "../picture/colour.ts";
import { clamp, heavy, span } from "../picture/ease.ts";
import type { Palette, Path } from "../picture/model.ts";

/** Where the roots of the three strands leave the mine, in units of its width. */
const ROOTS = [0.13, 0.5, 0.87] as const;
/** How deep under the ground the strands meet, px: below the names of the legs, over the mine. */
const knotDepth = ({ mine, ground }: Stand): number => (mine.y - ground) * 0.71;

/** x of root `k` (0–2), px. */
export function rootX({ mine }: Stand, k: number): number {
  return mine.x + (ROOTS[k] ?? 0.5) * mine.width;
}

/** s at which the strands meet in the knot under the leg. */
const KNOT = 0.5;
const KNEE = AT.bottom + 0.05;

/** Height over the ground at s, in units of the vessel; under the ground the plait goes on at the same measure. */
function heightAt(at: Stand, s: number): number {
  return s >= 1 ? (s - 1) * KNEE : (-(knotDepth(at) / at.unit) * (1 - s)) / (1 - KNOT);
}

/** A sixth of a turn from row to row of the leg's grains, so that each strand runs through a grain of every row. */
function phaseOf(at: Stand, k: number, s: number): number {
  return (Math.PI / 3) * ((heightAt(at, s) - PLAIT.foot) / PLAIT.pitch) + (2 * Math.PI * k) / 3;
}

/** A point of strand `k` (0–2): s from 0, its root in the mine, to 1, the foot of the third leg, and on to 2, its knee. Px. */
export function strand(at: Stand, k: number, s: number): Place {
  const { cx, ground, unit, mine } = at;
  const root = rootX(at, k);
  const start = mine.y + mine.height * 0.3 + mineBend(at, ROOTS[k] ?? 0.5);
  const knot = ground + knotDepth(at);
  const thick =
    ((unit * abreast(clamp(heightAt(at, s), 0, KNEE))) / Math.sin(Math.PI / 3)) * span(s, KNOT - 0.06, KNOT + 0.3);
  const x = root + (cx - root) * heavy(span(s, 0.06, KNOT)) + thick * Math.sin(phaseOf(at, k, s));
  const y =
    s <= KNOT
      ? start + (knot - start) * heavy(span(s, 0, KNOT - 0.08))
      : s <= 1
        ? knot + ((ground - knot) * (s - KNOT)) / (1 - KNOT)
        : ground - heightAt(at, s) * unit;
  return { x, y };
}

const STEPS = 72;

/** Whether strand `k` passes in front at s. */
function inFront(at: Stand, k: number, s: number): boolean {
  return s > KNOT - 0.06 && Math.cos(phaseOf(at, k, s)) > 0.1;
}

function points(at: Stand, k: number, grown: number, keep: (s: number) => boolean): string {
  const smooth = line<number>(
    (s) => strand(at, k, s).x,
    (s) => strand(at, k, s).y,
  )
    .defined(keep)
    .curve(curveBasis)
    .digits(1);
  return smooth(Array.from({ length: STEPS + 1 }, (_, j) => (2 * grown * j) / STEPS)) ?? "";
}

/** The three strands plaited, `grown` 0–1 from the roots to the knee of the third leg; what passes in front cuts what passes behind. */
export function braid(at: Stand, colours: Palette, grown: number): readonly Path[] {
  if (grown <= 0) return [];
  const width = Math.max(2.6, at.unit * 0.03);
  const line = Math.max(0.8, width * 0.22);
  const strokes = [colours.textEmber, colours.textRural, colours.textRural];
  const cores = [
    mixRgb(colours.ground, colours.ember, 0.6),
    mixRgb(colours.ground, colours.rural, 0.55),
    colours.ground,
  ];
  const base = { kind: "path", layer: "back", opacity: 1, fill: null } as const;
  const ribbon = (name: string, k: number, keep: (s: number) => boolean): readonly Path[] => {
    const d = points(at, k, grown, keep);
    const rooted = points(at, k, grown, (s) => s <= 1.04 && keep(s));
    return [
      { ...base, key: `braid:${name}:${k}`, d, stroke: strokes[k] ?? colours.rural, width },
      { ...base, key: `braid:${name}:${k}:core`, d, stroke: colours.ground, width: width - 2 * line },
      {
        ...base,
        key: `braid:${name}:${k}:sap`,
        d: rooted,
        stroke: cores[k] ?? colours.ground,
        width: width - 2 * line,
      },
      ...(k === 2
        ? [
            {
              ...base,
              key: `braid:${name}:dots`,
              d,
              stroke: colours.rural,
              width: width - 2 * line,
              dash: `${(width * 0.5).toFixed(1)} ${(width * 0.7).toFixed(1)}`,
            },
          ]
        : []),
    ];
  };
  const under = [0, 1, 2].flatMap((k) => ribbon("under", k, () => true));
  const over = [0, 1, 2].flatMap((k): readonly Path[] => {
    const keep = (s: number): boolean => inFront(at, k, s);
    return [
      { ...base, key: `braid:gap:${k}`, d: points(at, k, grown, keep), stroke: colours.ground, width: width * 1.7 },
      ...ribbon("over", k, keep),
    ];
  });
  return [...under, ...over];
}
