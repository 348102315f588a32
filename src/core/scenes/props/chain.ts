import { range } from "d3-array";
import { clamp } from "../../lib/math.ts";
import type { Palette, PathMark, Point } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { segments, stadiumPath } from "../../picture/path.ts";

/**
 * A link of a ring that has not closed, seen by turns face on (a loop) and edge on (a bar). Lengths follow from `step`,
 * the distance between neighbouring centres, px.
 */
export interface Link extends Point {
  readonly angle: number;
  readonly step: number;
  readonly face: boolean;
}

/** Slots of a closed ring, and those that hold a link. The missing three are an edge, a face and an edge. */
export const RING_SLOTS = 16;
export const CHAIN_LINKS = 13;

/** Grains of a link, which lie in two rows: 7 × 24 face on and 6 × 12 edge on make all 240. */
const FACE_GRAINS = 24;
const EDGE_GRAINS = 12;

/** A link's length, its width and its wire, in steps; EDGE is the width of a link seen edge on. */
const LENGTH = 1.44;
const ACROSS = 0.98;
const WIRE = 0.22;
const EDGE = 0.34;

export function linkGrainRadius(step: number): number {
  return step * 0.054;
}

export function ringStep(radius: number): number {
  return (2 * Math.PI * radius) / RING_SLOTS;
}

export function linkHalfWidth(step: number): number {
  return (ACROSS / 2) * step;
}

/**
 * Returns the link in a slot of the ring. Slot 0 is right of the gap, which is at the top; slots from CHAIN_LINKS on
 * are missing.
 */
export function ringLink(slot: number, centre: Point, radius: number): Link {
  const angle = Math.PI / 2 + ((slot - (CHAIN_LINKS - 1) / 2) * 2 * Math.PI) / RING_SLOTS;
  return {
    x: centre.x + radius * Math.cos(angle),
    y: centre.y + radius * Math.sin(angle),
    angle: angle + Math.PI / 2,
    step: ringStep(radius),
    face: slot % 2 === 0,
  };
}

function place(link: Link, along: number, across: number): Point {
  const [cos, sin] = [Math.cos(link.angle) * link.step, Math.sin(link.angle) * link.step];
  return { x: link.x + along * cos - across * sin, y: link.y + along * sin + across * cos };
}

export function linkPlaces(link: Link): readonly Point[] {
  return link.face ? loopPlaces(link) : barPlaces(link);
}

function pairPosition(k: number, n: number): number {
  return (4 * Math.floor(k / 2)) / (n - 2) - 1;
}

function barPlaces(link: Link): readonly Point[] {
  const half = LENGTH / 2 - EDGE / 2 + 0.03;
  return range(EDGE_GRAINS).map((k) => place(link, half * pairPosition(k, EDGE_GRAINS), k % 2 === 0 ? -0.075 : 0.075));
}

function loopPlaces(link: Link): readonly Point[] {
  const r = (ACROSS - WIRE) / 2;
  const straight = LENGTH / 2 - WIRE / 2 - r;
  const bend = Math.acos((EDGE / 2 + 0.06) / r);
  const half = straight + bend * r;
  return range(FACE_GRAINS).map((k) => {
    const s = half * pairPosition(k, FACE_GRAINS);
    const turn = Math.max(0, Math.abs(s) - straight) / r;
    const along = clamp(s, -straight, straight) + Math.sign(s) * r * Math.sin(turn);
    return place(link, along, (k % 2 === 0 ? -1 : 1) * r * Math.cos(turn));
  });
}

/** Grains of a link that is seen from near: two lanes on either side, or four abreast. */
export const CLOSE_GRAINS = 60;

export function closePlaces(link: Link): readonly Point[] {
  const n = CLOSE_GRAINS / 4;
  const r = (ACROSS - WIRE) / 2;
  const straight = LENGTH / 2 - WIRE / 2 - r;
  const half = link.face ? straight + Math.acos((EDGE / 2 + 0.07) / r) * r : LENGTH / 2 - EDGE / 2 + 0.02;
  const lanes = link.face ? [r + WIRE * 0.23, r - WIRE * 0.23] : [EDGE * 0.34, EDGE * 0.115];
  return lanes.flatMap((lane) =>
    [-1, 1].flatMap((side) =>
      range(n).map((k) => {
        const s = half * ((2 * k + 1) / n - 1);
        const turn = link.face ? Math.max(0, Math.abs(s) - straight) / r : 0;
        const bent = Math.sign(s) * lane * Math.sin(turn);
        const along = link.face ? clamp(s, -straight, straight) + bent : s;
        return place(link, along, side * lane * Math.cos(turn));
      }),
    ),
  );
}

/** Returns a stadium about a link's axis, in steps; `clockwise` false cuts it out of another. */
function linkPath(link: Link, halfLength: number, halfWidth: number, clockwise = true): string {
  const end = halfLength - halfWidth;
  return stadiumPath(place(link, -end, 0), place(link, end, 0), halfWidth * link.step, clockwise);
}

function loopPath(link: Link, more: number): string {
  return (
    linkPath(link, LENGTH / 2 + more, ACROSS / 2 + more) +
    linkPath(link, LENGTH / 2 - WIRE - more, ACROSS / 2 - WIRE - more, false)
  );
}

function barPath(link: Link, more: number): string {
  return linkPath(link, LENGTH / 2, EDGE / 2 + more);
}

function shadePath(link: Link, more: number): string {
  const [half, edge, depth, strokes] = link.face
    ? [LENGTH / 2 - ACROSS / 2 + 0.12, ACROSS / 2 + more, 0.075, 9]
    : [LENGTH / 2 - EDGE / 2, EDGE / 2 + more, 0.1, 13];
  const side = 0.8 * Math.cos(link.angle) - 0.6 * Math.sin(link.angle) > 0 ? 1 : -1;
  return segments(
    range(strokes).map((k) => {
      const along = half * ((2 * k) / (strokes - 1) - 1);
      return [place(link, along, side * edge), place(link, along - 0.02, side * (edge - depth))];
    }),
  );
}

interface Outline {
  readonly key: string;
  readonly opacity: number;
  readonly missing?: boolean;
  readonly thick?: number;
}

export function drawChain(
  links: readonly Link[],
  palette: Palette,
  { key, opacity, missing = false, thick = 1 }: Outline,
): readonly PathMark[] {
  const step = links[0]?.step ?? 0;
  const more = (WIRE * (thick - 1)) / 2;
  const loops = links.filter(({ face }) => face).map((link) => loopPath(link, more));
  const bars = links.filter(({ face }) => !face).map((link) => barPath(link, more));
  const strokeWidth = Math.max(1, step * 0.022);
  const outline = {
    layer: "back",
    opacity,
    stroke: missing ? palette.muted : palette.ink,
    strokeWidth,
    dash: missing ? `${(strokeWidth * 3).toFixed(1)} ${(strokeWidth * 2.4).toFixed(1)}` : undefined,
  } as const;
  const shade = pathMark({
    key: `${key}:shade`,
    d: links.map((link) => shadePath(link, more)).join(""),
    ...outline,
    strokeWidth: Math.max(0.7, step * 0.012),
  });
  return [
    pathMark({ key: `${key}:loops`, d: loops.join(""), fill: missing ? null : palette.layer, ...outline }),
    pathMark({ key: `${key}:bars`, d: bars.join(""), fill: missing ? palette.background : palette.layer, ...outline }),
    ...(missing ? [] : [shade]),
  ];
}
