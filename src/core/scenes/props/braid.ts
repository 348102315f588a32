import { range } from "d3-array";
import { curveBasis, line } from "d3-shape";
import { mixRgb } from "../../lib/color.ts";
import { linearStep } from "../../lib/math.ts";
import { memoizeByObject, memoizeByObjects } from "../../lib/memoize.ts";
import type { Palette, PathMark, Point } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { circlePath } from "../../picture/path.ts";
import { mineBend, type VesselStage } from "./vessel/layout.ts";

interface Strand {
  readonly key: 0 | 1 | 2;
  readonly root: number;
}

const LEFT: Strand = { key: 0, root: 0.13 };
const MIDDLE: Strand = { key: 1, root: 0.5 };
const RIGHT: Strand = { key: 2, root: 0.87 };
export const STRANDS = [LEFT, MIDDLE, RIGHT] as const;

// THICK is half the plait's width in vessel units, KNOT the share of a strand at which it meets the others.
const THICK = 0.07;
const KNOT = 0.6;

export function strandAbove(x: number): Strand {
  return x < 1 / 3 ? LEFT : x < 2 / 3 ? MIDDLE : RIGHT;
}

export function rootX({ mine }: VesselStage, { root }: Strand): number {
  return mine.x + root * mine.width;
}

function phaseOf({ key }: Strand, s: number): number {
  return 2 * Math.PI * ((s - KNOT) / (1 - KNOT) + key / 3);
}

/** Returns a point of a strand, px. s is 0 at its root in the mine and 1 at the foot of the third leg. */
export function strandPoint(at: VesselStage, strand: Strand, s: number): Point {
  const { cx, ground, unit, mine } = at;
  const root = rootX(at, strand);
  const start = mine.y + mine.height * 0.45 + mineBend(at, strand.root);
  // The strands meet between the names of the legs.
  const depth = (mine.y - ground) * 0.56;
  // As with roots: level far from the trunk, upright near it.
  const come = linearStep(s, 0, KNOT);
  const thick = unit * THICK * linearStep(s, KNOT - 0.12, KNOT + 0.2);
  return {
    x: root + (cx - root) * (1 - (1 - come) ** 2) + thick * Math.sin(phaseOf(strand, s)),
    y: s <= KNOT ? start + (ground + depth - start) * come ** 2.4 : ground + (depth * (1 - s)) / (1 - KNOT),
  };
}

function inFront(strand: Strand, s: number): boolean {
  return s > KNOT && Math.cos(phaseOf(strand, s)) > 0.1;
}

type Knot = Point & { readonly s: number };

const STEPS = 30;

const knotsOf = memoizeByObject((at: VesselStage): ReadonlyMap<Strand, readonly Knot[]> => {
  const knots = (strand: Strand) =>
    range(STEPS + 1).map((k): Knot => ({ s: k / STEPS, ...strandPoint(at, strand, k / STEPS) }));
  return new Map(STRANDS.map((strand) => [strand, knots(strand)]));
});

function strandPath(at: VesselStage, strand: Strand, grown: number, which: "all" | "front"): string {
  const smooth = line<Knot>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .defined(({ s }) => which === "all" || inFront(strand, s))
    .curve(curveBasis)
    .digits(1);
  const behind = (knotsOf(at).get(strand) ?? []).filter(({ s }) => s < grown);
  return smooth([...behind, { s: grown, ...strandPoint(at, strand, grown) }]) ?? "";
}

function drawRibbon(name: string, { key }: Strand, d: string, width: number, palette: Palette): readonly PathMark[] {
  const { background, ember, rural, textEmber, textRural } = palette;
  const core = width - 2 * edgeWidth(width);
  const fill = [mixRgb(background, ember, 0.6), mixRgb(background, rural, 0.55), background] as const;
  const dots = pathMark({
    key: `braid:${name}:dots`,
    d,
    stroke: rural,
    strokeWidth: core,
    dash: `${(width * 0.5).toFixed(1)} ${(width * 0.7).toFixed(1)}`,
    layer: "back",
  });
  return [
    pathMark({
      key: `braid:${name}:${key}`,
      d,
      stroke: key === 0 ? textEmber : textRural,
      strokeWidth: width,
      layer: "back",
    }),
    pathMark({ key: `braid:${name}:${key}:sap`, d, stroke: fill[key], strokeWidth: core, layer: "back" }),
    ...(key === 2 ? [dots] : []),
  ];
}

function edgeWidth(width: number): number {
  return Math.max(0.8, width * 0.22);
}

/**
 * Draws the three plaited strands, `grown` 0–1 from their roots to the foot of the third leg. A stroke in the
 * background colour separates the strand in front from those behind.
 */
export function drawBraid(at: VesselStage, palette: Palette, grown: number): readonly PathMark[] {
  return grown <= 0 ? [] : grown >= 1 ? wholeBraid(at, palette) : growingBraid(at, palette, grown);
}

const wholeBraid = memoizeByObjects((at: VesselStage, palette: Palette) => growingBraid(at, palette, 1));

function growingBraid(at: VesselStage, palette: Palette, grown: number): readonly PathMark[] {
  const width = Math.max(2.6, at.unit * 0.03);
  const under = STRANDS.flatMap((strand) =>
    drawRibbon("under", strand, strandPath(at, strand, grown, "all"), width, palette),
  );
  const over = STRANDS.flatMap((strand): readonly PathMark[] => {
    const d = strandPath(at, strand, grown, "front");
    return [
      pathMark({
        key: `braid:gap:${strand.key}`,
        d,
        stroke: palette.background,
        strokeWidth: width * 1.7,
        layer: "back",
      }),
      ...drawRibbon("over", strand, d, width, palette),
    ];
  });
  const sockets = STRANDS.map((strand) =>
    pathMark({
      key: `braid:socket:${strand.key}`,
      d: circlePath(strandPoint(at, strand, 0), width * 0.9),
      fill: palette.background,
      stroke: strand === LEFT ? palette.textEmber : palette.textRural,
      strokeWidth: edgeWidth(width) * 1.4,
      layer: "back",
    }),
  );
  return [...under, ...over, ...sockets];
}
