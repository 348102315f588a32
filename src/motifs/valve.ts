import type { Place } from "../formations/strip.ts";
import type { Box, Palette, Shape } from "../picture/model.ts";

/** Half the bore of a pipe in heights of the drawing it stands in; the same for both valves, which are equal in size. */
const BORE = 0.11;

/** Two valves of one size and of two kinds: a gate that comes down on what flows in, and an open one whose pipe leads back. */
export type ValveKind = "gate" | "return";

interface Works {
  readonly left: number;
  readonly right: number;
  /** Axis of the pipe with the valve and of the pipe that leads back, px. */
  readonly axis: number;
  readonly back: number;
  readonly half: number;
  /** x of the valve's spindle. */
  readonly spindle: number;
}

function works(kind: ValveKind, { x, y, width, height }: Box): Works {
  const half = Math.min(height * BORE, width * 0.12);
  const middle = y + height / 2;
  const axis = kind === "gate" ? middle + half * 1.25 : middle - half * 0.05;
  return {
    left: x + half * 0.4,
    right: x + width - half * 0.4,
    axis,
    back: axis + half * 3,
    half,
    spindle: x + width * (kind === "gate" ? 0.56 : 0.38),
  };
}

/** Length of the way out and back, px, and a point on it `aside` px from its middle. */
function way({ left, right, axis, back, half }: Works): {
  readonly length: number;
  readonly at: (s: number, aside: number) => Place;
} {
  const r = (back - axis) / 2;
  const bend = right - r - half;
  const straight = bend - left;
  const arc = Math.PI * r;
  return {
    length: 2 * straight + arc,
    at(s, aside) {
      if (s <= straight) return { x: left + s, y: axis + aside };
      if (s >= straight + arc) return { x: bend - (s - straight - arc), y: back - aside };
      const angle = (s - straight) / r - Math.PI / 2;
      return { x: bend + (r - aside) * Math.cos(angle), y: axis + r + (r - aside) * Math.sin(angle) };
    },
  };
}

/** Rows of grains across a pipe. */
const ROWS = 4;

/** What runs in a valve's pipe: a place for each of `n` grains and how much of it is still to come back (0 or 1). */
interface Stream {
  readonly places: readonly (Place & { readonly due: number })[];
  readonly r: number;
}

/** `n` grains in the pipe with the valve turned by `turned` 0–1. */
export function valveStream(kind: ValveKind, n: number, box: Box, turned: number): Stream {
  const on = works(kind, box);
  const { left, right, axis, half, spindle } = on;
  const pitch = (half * 1.72) / ROWS;
  const row = (k: number) => (k - (ROWS - 1) / 2) * pitch;
  const r = pitch * 0.43;
  if (kind === "return") {
    const path = way(on);
    const columns = Math.ceil(n / 2);
    const gap = (path.length - 2 * pitch) / columns;
    return {
      r: Math.min(pitch * 0.62, gap * 0.44),
      places: Array.from({ length: n }, (_, k) => {
        const s = pitch + (Math.floor(k / 2) + 0.5) * gap * (0.5 + 0.5 * turned);
        return { ...path.at(s, (k % 2 === 0 ? -0.85 : 0.85) * pitch), due: s > path.length / 2 ? 1 : 0 };
      }),
    };
  }
  // Four rows come in, one gets through: the rest stay where they are, closer together.
  const through = Math.round(n / 7);
  const columns = Math.ceil((n - through) / ROWS);
  const free = (right - left) / Math.ceil(n / ROWS);
  const dammed = (spindle - half * 0.4 - left) / columns;
  return {
    r: Math.min(r, dammed * 0.46),
    places: Array.from({ length: n }, (_, k) => {
      const start = { x: left + (Math.floor(k / ROWS) + 0.5) * free, y: axis + row(k % ROWS) };
      const past = k - (n - through);
      const end =
        past < 0
          ? { x: left + (Math.floor(k / ROWS) + 0.5) * dammed, y: axis + row(k % ROWS) }
          : { x: spindle + ((past + 0.5) * (right - spindle)) / through, y: axis + row(ROWS - 1) };
      return { x: start.x + (end.x - start.x) * turned, y: start.y + (end.y - start.y) * turned, due: 0 };
    }),
  };
}

/** The open end of a pipe, seen a little from the side. */
function mouth(x: number, axis: number, half: number): string {
  return `M${x} ${axis - half}A${half * 0.3} ${half} 0 1 1 ${x} ${axis + half}A${half * 0.3} ${half} 0 1 1 ${x} ${axis - half}`;
}

function flange(x: number, axis: number, half: number): string {
  const w = half * 0.24;
  return `M${x - w} ${axis - half * 1.4}L${x + w} ${axis - half * 1.4}L${x + w} ${axis + half * 1.4}L${x - w} ${axis + half * 1.4}Z`;
}

/** Short strokes under a pipe's upper wall and over its lower one, as an engraver rounds a cylinder. */
function rounding(from: number, to: number, axis: number, half: number): string {
  const n = 34;
  return Array.from({ length: n }, (_, k) => {
    const x = from + ((k + 0.5) * (to - from)) / n;
    const length = half * (0.24 + (0.2 * ((k * 7) % 5)) / 5);
    return `M${x} ${axis + half}L${x + half * 0.1} ${axis + half - length}`;
  }).join("");
}

function arrow(x: number, y: number, size: number): string {
  return `M${x - size} ${y - Math.abs(size) * 0.7}L${x} ${y}L${x - size} ${y + Math.abs(size) * 0.7}`;
}

function shaft(from: number, to: number, y: number, size: number): string {
  return `M${from} ${y}L${to} ${y}${arrow(to, y, to > from ? size : -size)}`;
}

/** The valve's drawn works, turned by `turned` 0–1: 0 stands open (gate) or shut (return). Keys begin with `key`. */
export function valve(kind: ValveKind, key: string, box: Box, turned: number, colours: Palette): readonly Shape[] {
  const on = works(kind, box);
  const { left, right, axis, back, half, spindle } = on;
  const line = Math.max(1.2, half * 0.09);
  const base = { kind: "path", layer: "back", opacity: 1, fill: null } as const;
  const gate = kind === "gate";
  const r = (back - axis) / 2;
  const bend = right - r - half;
  const [outer, inner] = [r + half, r - half];
  const pipe = gate
    ? `M${left} ${axis - half}L${right} ${axis - half}M${left} ${axis + half}L${right} ${axis + half}`
    : `M${left} ${axis - half}L${bend} ${axis - half}A${outer} ${outer} 0 0 1 ${bend} ${back + half}L${left} ${back + half}M${left} ${axis + half}L${bend} ${axis + half}A${inner} ${inner} 0 0 1 ${bend} ${back - half}L${left} ${back - half}`;
  const shade = gate
    ? rounding(left, right, axis, half)
    : rounding(left, bend, axis, half) + rounding(left, bend, back, half);
  const body = gate
    ? `M${spindle - half * 1.5} ${axis - half * 1.15}L${spindle - half * 0.62} ${axis - half * 2.3}L${spindle + half * 0.62} ${axis - half * 2.3}L${spindle + half * 1.5} ${axis - half * 1.15}L${spindle + half * 1.5} ${axis + half * 1.3}L${spindle - half * 1.5} ${axis + half * 1.3}Z`
    : `M${spindle - half * 1.55} ${axis}A${half * 1.55} ${half * 1.55} 0 1 1 ${spindle + half * 1.55} ${axis}A${half * 1.55} ${half * 1.55} 0 1 1 ${spindle - half * 1.55} ${axis}`;
  const travel = half * 0.8;
  const wheelY = axis - half * 3.9 + travel * (gate ? turned : 1 - turned);
  const [rx, ry] = [half * 1.5, half * 0.42];
  const wheel = `M${spindle - rx} ${wheelY}A${rx} ${ry} 0 1 1 ${spindle + rx} ${wheelY}A${rx} ${ry} 0 1 1 ${spindle - rx} ${wheelY}`;
  const spokes = `M${spindle - rx} ${wheelY}L${spindle + rx} ${wheelY}M${spindle} ${wheelY - ry}L${spindle} ${wheelY + ry}`;
  const foot = gate ? axis - half * 2.3 : axis - half * 1.5;
  const plate = gate ? axis - half * 1.05 + turned * half * 1.5 : axis - half * (0.1 + 1.05 * turned);
  const stem = `M${spindle} ${wheelY}L${spindle} ${plate}`;
  const bonnet = `M${spindle - half * 0.5} ${foot}L${spindle - half * 0.32} ${foot - half * 0.5}L${spindle + half * 0.32} ${foot - half * 0.5}L${spindle + half * 0.5} ${foot}Z`;
  const closing = gate
    ? `M${spindle - half * 0.22} ${axis - half * 1.5}L${spindle + half * 0.22} ${axis - half * 1.5}L${spindle + half * 0.22} ${plate}L${spindle - half * 0.22} ${plate}Z`
    : `M${spindle - half * 0.8} ${plate}L${spindle + half * 0.8} ${plate}L${spindle + half * 0.5} ${plate + half * 0.28}L${spindle - half * 0.5} ${plate + half * 0.28}Z`;
  const heads = gate
    ? arrow(right - half * 0.7, axis - half * 0.15, half * 0.5)
    : shaft(bend - half * 1.6, bend + half * 0.6, axis - half * 1.45, half * 0.32) +
      shaft(left + half * 3.4, left + half * 0.6, back + half * 1.4, half * 0.32);
  return [
    { ...base, key: `${key}:body`, d: body, fill: colours.layer, stroke: colours.ink, width: line },
    { ...base, key: `${key}:shade`, d: shade, stroke: colours.muted, width: line * 0.6 },
    { ...base, key: `${key}:pipe`, d: pipe, stroke: colours.ink, width: line },
    {
      ...base,
      key: `${key}:mouths`,
      d: mouth(left, axis, half) + (gate ? mouth(right, axis, half) : mouth(left, back, half)),
      fill: colours.layer,
      stroke: colours.ink,
      width: line,
    },
    {
      ...base,
      key: `${key}:flanges`,
      d: flange(spindle - half * 2, axis, half) + flange(spindle + half * 2, axis, half),
      fill: colours.ink,
      stroke: null,
      width: 0,
    },
    { ...base, key: `${key}:stem`, layer: "front", d: stem, stroke: colours.ink, width: line * 1.5 },
    { ...base, key: `${key}:bonnet`, layer: "front", d: bonnet, fill: colours.ink, stroke: null, width: 0 },
    { ...base, key: `${key}:plate`, layer: "front", d: closing, fill: colours.ink, stroke: null, width: 0 },
    { ...base, key: `${key}:wheel`, layer: "front", d: wheel, stroke: colours.red, width: line * 1.8 },
    { ...base, key: `${key}:spokes`, layer: "front", d: spokes, stroke: colours.red, width: line },
    {
      ...base,
      key: `${key}:arrows`,
      layer: "front",
      opacity: turned,
      d: heads,
      stroke: colours.ink,
      width: line * 1.1,
    },
  ];
}
