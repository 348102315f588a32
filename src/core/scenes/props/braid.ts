import { curveBasis, line } from "d3-shape";
import { mixRgb } from "../../lib/color.ts";
import { linearStep } from "../../lib/math.ts";
import { memoizeByObject, memoizeByObjects } from "../../lib/memoize.ts";
import type { Palette, PathMark, Point } from "../../model/picture.ts";
import { circlePath } from "../../picture/old-marks.ts";
import { mineBend, type VesselStage } from "./vessel/stage.ts";

/** x of the strands' roots in the mine, in units of its width. */
const ROOTS = [0.13, 0.5, 0.87] as const;
/** Half the width of the plait, in vessel units. */
const THICK = 0.07;
/** Depth, px, at which the strands meet: between the names of the legs. */
const knotDepth = ({ mine, ground }: VesselStage): number => (mine.y - ground) * 0.56;

export function rootX({ mine }: VesselStage, k: number): number {
  return mine.x + (ROOTS[k] ?? 0.5) * mine.width;
}

const KNOT = 0.6;

/** Phase of a strand: one turn from the knot to the foot of the leg. */
const phaseOf = (k: number, s: number): number => 2 * Math.PI * ((s - KNOT) / (1 - KNOT) + k / 3);

/** Returns a point of strand `k` (0–2), px. s is 0 at its root in the mine and 1 at the foot of the third leg. */
export function strandPoint(at: VesselStage, k: number, s: number): Point {
  const { cx, ground, unit, mine } = at;
  const root = rootX(at, k);
  const start = mine.y + mine.height * 0.45 + mineBend(at, ROOTS[k] ?? 0.5);
  const depth = knotDepth(at);
  // As with roots: level far from the trunk, upright near it.
  const come = linearStep(s, 0, KNOT);
  const thick = unit * THICK * linearStep(s, KNOT - 0.12, KNOT + 0.2);
  return {
    x: root + (cx - root) * (1 - (1 - come) ** 2) + thick * Math.sin(phaseOf(k, s)),
    y: s <= KNOT ? start + (ground + depth - start) * come ** 2.4 : ground + (depth * (1 - s)) / (1 - KNOT),
  };
}

const STEPS = 60;

function inFront(k: number, s: number): boolean {
  return s > KNOT && Math.cos(phaseOf(k, s)) > 0.1;
}

type Knot = Point & { readonly s: number };

const knots = memoizeByObject((at: VesselStage): readonly (readonly Knot[])[] =>
  [0, 1, 2].map((k) =>
    Array.from({ length: STEPS + 1 }, (_, j) => ({ s: j / STEPS, ...strandPoint(at, k, j / STEPS) })),
  ),
);

function points(at: VesselStage, k: number, grown: number, keep: (s: number) => boolean): string {
  const smooth = line<Knot>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .defined(({ s }) => keep(s))
    .curve(curveBasis)
    .digits(1);
  const behind = (knots(at)[k] ?? []).filter(({ s }) => s < grown);
  return smooth([...behind, { s: grown, ...strandPoint(at, k, grown) }]) ?? "";
}

/**
 * Draws the three plaited strands, `grown` 0–1 from their roots to the foot of the third leg. A stroke in the
 * background colour separates the strand in front from those behind.
 */
export function braid(at: VesselStage, colours: Palette, grown: number): readonly PathMark[] {
  return grown <= 0 ? [] : grown >= 1 ? whole(at, colours) : ribbons(at, colours, grown);
}

const whole = memoizeByObjects((at: VesselStage, colours: Palette) => ribbons(at, colours, 1));

function ribbons(at: VesselStage, colours: Palette, grown: number): readonly PathMark[] {
  const width = Math.max(2.6, at.unit * 0.03);
  const line = Math.max(0.8, width * 0.22);
  const strokes = [colours.textEmber, colours.textRural, colours.textRural];
  const cores = [
    mixRgb(colours.background, colours.ember, 0.6),
    mixRgb(colours.background, colours.rural, 0.55),
    colours.background,
  ];
  const base = { kind: "path", layer: "back", opacity: 1, fill: null } as const;
  const ribbon = (name: string, k: number, data: string): readonly PathMark[] => {
    const d = { d: data, tenths: true };
    return [
      { ...base, key: `braid:${name}:${k}`, ...d, stroke: strokes[k] ?? colours.rural, strokeWidth: width },
      {
        ...base,
        key: `braid:${name}:${k}:sap`,
        ...d,
        stroke: cores[k] ?? colours.background,
        strokeWidth: width - 2 * line,
      },
      ...(k === 2
        ? [
            {
              ...base,
              key: `braid:${name}:dots`,
              ...d,
              stroke: colours.rural,
              strokeWidth: width - 2 * line,
              dash: `${(width * 0.5).toFixed(1)} ${(width * 0.7).toFixed(1)}`,
            },
          ]
        : []),
    ];
  };
  const under = [0, 1, 2].flatMap((k) =>
    ribbon(
      "under",
      k,
      points(at, k, grown, () => true),
    ),
  );
  const over = [0, 1, 2].flatMap((k): readonly PathMark[] => {
    const d = points(at, k, grown, (s) => inFront(k, s));
    return [
      { ...base, key: `braid:gap:${k}`, d, tenths: true, stroke: colours.background, strokeWidth: width * 1.7 },
      ...ribbon("over", k, d),
    ];
  });
  const sockets = [0, 1, 2].map((k): PathMark => {
    const { x, y } = strandPoint(at, k, 0);
    return {
      ...base,
      key: `braid:socket:${k}`,
      d: circlePath(x, y, width * 0.9),
      fill: colours.background,
      stroke: strokes[k] ?? colours.rural,
      strokeWidth: line * 1.4,
    };
  });
  return [...under, ...over, ...sockets];
}
