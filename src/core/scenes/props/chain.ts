import type { Palette, PathMark, Point } from "../../model/picture.ts";

/**
 * A link of a ring that has not closed, seen by turns face on (a loop) and edge on (a bar). Lengths follow from `step`,
 * the distance between neighbouring centres, px.
 */
export interface Link extends Point {
  /** Direction of the link's length, radians. */
  readonly angle: number;
  readonly step: number;
  readonly face: boolean;
}

/**
 * Slots of a closed ring, and the number of them that hold a link. The missing three are an edge, a face and an edge.
 */
export const RING_SLOTS = 16;
export const CHAIN_LINKS = 13;

/** Grains of a link: 7 × 24 face on and 6 × 12 edge on make all 240. */
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

/** Returns the step of a closed ring, px. The links reach ACROSS / 2 steps beyond `radius`. */
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
  const [c, s] = [Math.cos(link.angle) * link.step, Math.sin(link.angle) * link.step];
  return { x: link.x + along * c - across * s, y: link.y + along * s + across * c };
}

/**
 * Returns the places of a link's grains: two sides of a loop, open where a neighbour passes through, or two rows of a
 * bar.
 */
export function linkPlaces(link: Link): readonly Point[] {
  if (!link.face) {
    const half = LENGTH / 2 - EDGE / 2 + 0.03;
    const row = EDGE_GRAINS / 2;
    return Array.from({ length: EDGE_GRAINS }, (_, k) =>
      place(link, half * ((2 * Math.floor(k / 2)) / (row - 1) - 1), k % 2 === 0 ? -0.075 : 0.075),
    );
  }
  const r = (ACROSS - WIRE) / 2;
  const straight = LENGTH / 2 - WIRE / 2 - r;
  const arc = Math.acos((EDGE / 2 + 0.06) / r);
  const half = straight + arc * r;
  const side = FACE_GRAINS / 2;
  return Array.from({ length: FACE_GRAINS }, (_, k) => {
    const s = half * ((2 * Math.floor(k / 2)) / (side - 1) - 1);
    const past = Math.max(0, Math.abs(s) - straight) / r;
    const along = Math.sign(s) * (Math.min(Math.abs(s), straight) + r * Math.sin(past));
    return place(link, along, (k % 2 === 0 ? -1 : 1) * r * Math.cos(past));
  });
}

/**
 * Returns a stadium about the link's axis; `half` is half its length and `r` half its width, in steps. `hole` reverses
 * the winding, to cut it out of another.
 */
function stadium(link: Link, half: number, r: number, hole = false): string {
  const side = hole ? -1 : 1;
  const at = (along: number, across: number) => {
    const { x, y } = place(link, along, across * side);
    return `${x} ${y}`;
  };
  const arc = `A0.1 0.1 0 0 ${hole ? 0 : 1} `;
  return `M${at(r - half, -r)}L${at(half - r, -r)}${arc}${at(half - r, r)}L${at(r - half, r)}${arc}${at(r - half, -r)}Z`;
}

interface Outline {
  readonly key: string;
  readonly opacity: number;
  readonly missing?: boolean;
  readonly thick?: number;
}

function shade(link: Link, more: number): string {
  const [half, edge, deep] = link.face
    ? [LENGTH / 2 - ACROSS / 2 + 0.12, ACROSS / 2 + more, 0.075]
    : [LENGTH / 2 - EDGE / 2, EDGE / 2 + more, 0.1];
  const side = 0.8 * Math.cos(link.angle) - 0.6 * Math.sin(link.angle) > 0 ? 1 : -1;
  const strokes = link.face ? 9 : 13;
  return Array.from({ length: strokes }, (_, k) => {
    const along = half * ((2 * k) / (strokes - 1) - 1);
    const [a, b] = [place(link, along, side * edge), place(link, along - 0.02, side * (edge - deep))];
    return `M${a.x} ${a.y}L${b.x} ${b.y}`;
  }).join("");
}

export function drawChain(
  links: readonly Link[],
  colours: Palette,
  { key, opacity, missing = false, thick = 1 }: Outline,
): readonly PathMark[] {
  const step = links[0]?.step ?? 0;
  const more = (WIRE * (thick - 1)) / 2;
  const loop = links
    .filter(({ face }) => face)
    .map(
      (link) =>
        stadium(link, LENGTH / 2 + more, ACROSS / 2 + more) +
        stadium(link, LENGTH / 2 - WIRE - more, ACROSS / 2 - WIRE - more, true),
    );
  const bar = links.filter(({ face }) => !face).map((link) => stadium(link, LENGTH / 2, EDGE / 2 + more));
  const width = Math.max(1, step * 0.022);
  const base = {
    kind: "path",
    layer: "back",
    opacity,
    stroke: missing ? colours.muted : colours.ink,
    strokeWidth: width,
    ...(missing ? { dash: `${(width * 3).toFixed(1)} ${(width * 2.4).toFixed(1)}` } : {}),
  } as const;
  return [
    { ...base, key: `${key}:loops`, d: loop.join(""), fill: missing ? null : colours.layer },
    { ...base, key: `${key}:bars`, d: bar.join(""), fill: missing ? colours.background : colours.layer },
    ...(missing
      ? []
      : [
          {
            ...base,
            key: `${key}:shade`,
            d: links.map((link) => shade(link, more)).join(""),
            fill: null,
            strokeWidth: Math.max(0.7, step * 0.012),
          },
        ]),
  ];
}
