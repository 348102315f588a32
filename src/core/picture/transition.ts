import { mixRgb, type Rgb } from "../lib/color.ts";
import { lerp, linearStep, smoothstep } from "../lib/math.ts";
import { memoizeByKey, memoizeByObject, memoizeByObjects } from "../lib/memoize.ts";
import type { Drawing, Grain, LineMark, PathMark, Picture, RectMark, Shape, TextMark } from "../model/picture.ts";
import type { Group } from "../model/scene-config.ts";
import { matchGrains } from "./assign.ts";
import { splitByGroup } from "./groups.ts";

type Place = Pick<Grain, "x" | "y">;

/** Share of a transition that one grain travels; the rest is stagger. */
const JOURNEY = 0.58;

/** Height of a path's arc by its length. All arcs bend to the same side, so streams that meet pass each other. */
const BOW = 0.12;

/** Colour steps along a grain's path: more are invisible, and each is a write to the DOM. */
const SHADES = 12;

/**
 * Returns start times, 0 … 1 − JOURNEY. A group starts in order along its direction of travel, so that no grain
 * overtakes another; if it moves less than STIRS, in order of rank.
 */
function departures(a: readonly Grain[], b: readonly Grain[], groups: readonly Group[]): readonly number[] {
  const targets = splitByGroup(b, groups);
  return splitByGroup(a, groups).flatMap((members, group) => {
    const { size = 0, lag = 0 } = groups[group] ?? {};
    const ends = targets[group] ?? [];
    const dx = members.reduce((sum, grain, rank) => sum + (ends[rank]?.x ?? grain.x) - grain.x, 0);
    const dy = members.reduce((sum, grain, rank) => sum + (ends[rank]?.y ?? grain.y) - grain.y, 0);
    const ahead = members.map((grain) => grain.x * dx + grain.y * dy);
    const [least, most] = [Math.min(...ahead), Math.max(...ahead)];
    const travels = Math.hypot(dx, dy) > members.length * STIRS;
    return ahead.map((value, rank) => {
      const turn = travels && most > least ? (most - value) / (most - least) : rank / Math.max(1, size - 1);
      return (1 - JOURNEY) * (0.72 * turn + lag);
    });
  });
}

/** Mean displacement, px, below which a group only rearranges itself. */
const STIRS = 6;

function centroids(grains: readonly Grain[], groups: readonly Group[]): readonly Place[] {
  return splitByGroup(grains, groups).flatMap((members) => {
    const mean = (of: (grain: Grain) => number) => members.reduce((sum, grain) => sum + of(grain), 0) / members.length;
    return Array<Place>(members.length).fill({ x: mean(({ x }) => x), y: mean(({ y }) => y) });
  });
}

const motionOf = memoizeByObject((groups: readonly Group[]) => ({
  matchedTo: memoizeByObjects((a: readonly Grain[], b: readonly Grain[]) => matchGrains(a, b, groups)),
  departuresOf: memoizeByObjects((a: readonly Grain[], b: readonly Grain[]) => departures(a, b, groups)),
  middles: memoizeByObject((grains: readonly Grain[]) => centroids(grains, groups)),
}));

function mixGrain(a: Grain, b: Grain, own: number): Grain {
  if (own === 0) return a;
  if (own === 1) return b;
  const bow = BOW * 4 * own * (1 - own);
  return {
    x: lerp(a.x, b.x, own) + (b.y - a.y) * bow,
    y: lerp(a.y, b.y, own) - (b.x - a.x) * bow,
    r: lerp(a.r, b.r, own),
    fill: mixRgb(a.fill, b.fill, Math.round(own * SHADES) / SHADES),
    opacity: lerp(a.opacity, b.opacity, own),
    hollow: lerp(a.hollow, b.hollow, own),
  };
}

function gathered(grain: Grain, own: number, from: Place, to: Place, gathers: number): Grain {
  const draw = gathers * 4 * own * (1 - own);
  return {
    x: lerp(grain.x, lerp(from.x, to.x, own), draw),
    y: lerp(grain.y, lerp(from.y, to.y, own), draw),
    r: grain.r,
    fill: grain.fill,
    opacity: grain.opacity,
    hollow: grain.hollow,
  };
}

function mixGrains(a: readonly Grain[], b: readonly Grain[], k: number, { groups, gathers }: Manner): readonly Grain[] {
  const { matchedTo, departuresOf, middles } = motionOf(groups);
  const matched = matchedTo(a, b);
  const start = departuresOf(matched, b);
  return matched.map((grain, index) => {
    const leaves = start[index] ?? 0;
    const own = smoothstep(linearStep(k, leaves, leaves + JOURNEY));
    const mixed = mixGrain(grain, b[index] ?? grain, own);
    const [from, to] = [middles(a)[index], middles(b)[index]];
    return gathers === 0 || from === undefined || to === undefined ? mixed : gathered(mixed, own, from, to, gathers);
  });
}

function mixPaint(a: Rgb | null, b: Rgb | null, k: number): Rgb | null {
  return a !== null && b !== null ? mixRgb(a, b, k) : k < 0.5 ? a : b;
}

const NUMBER = /-?\d+(?:\.\d+)?/g;

interface PathParts {
  readonly between: readonly string[];
  readonly form: string;
  readonly numbers: readonly number[];
}

function splitPath(d: string): PathParts {
  const between = d.split(NUMBER);
  return { between, form: between.join("#"), numbers: (d.match(NUMBER) ?? []).map(Number) };
}

const pathParts = memoizeByKey(splitPath, 160);

function interpolatePath(a: string, b: string, k: number): string | null {
  const [from, to] = [pathParts(a), pathParts(b)];
  if (from.form !== to.form) return null;
  let d = to.between[0] ?? "";
  for (let i = 0; i < to.numbers.length; i++) {
    const end = to.numbers[i] ?? 0;
    d += Math.round(10 * lerp(from.numbers[i] ?? end, end, k)) / 10 + (to.between[i + 1] ?? "");
  }
  return d;
}

function mixShape(a: Shape, b: Shape, k: number): Shape | null {
  const opacity = lerp(a.opacity, b.opacity, k);
  if (a.kind === "line" && b.kind === "line") return { ...b, opacity, ...mixLine(a, b, k) };
  if (a.kind === "rect" && b.kind === "rect") return { ...b, opacity, ...mixRect(a, b, k) };
  if (a.kind === "text" && b.kind === "text") return a.text === b.text ? { ...b, opacity, ...mixText(a, b, k) } : null;
  if (a.kind === "path" && b.kind === "path") {
    if (a.d === b.d) return { ...b, opacity, ...mixPathPaint(a, b, k) };
    const d = interpolatePath(a.d, b.d, k);
    return d === null ? null : { ...b, opacity, d, ...mixPathPaint(a, b, k) };
  }
  return null;
}

function mixLine(a: LineMark, b: LineMark, k: number) {
  return {
    x1: lerp(a.x1, b.x1, k),
    y1: lerp(a.y1, b.y1, k),
    x2: lerp(a.x2, b.x2, k),
    y2: lerp(a.y2, b.y2, k),
    stroke: mixRgb(a.stroke, b.stroke, k),
    strokeWidth: lerp(a.strokeWidth, b.strokeWidth, k),
  };
}

function mixRect(a: RectMark, b: RectMark, k: number) {
  return {
    x: lerp(a.x, b.x, k),
    y: lerp(a.y, b.y, k),
    width: lerp(a.width, b.width, k),
    height: lerp(a.height, b.height, k),
    fill: mixPaint(a.fill, b.fill, k),
    stroke: mixPaint(a.stroke, b.stroke, k),
    strokeWidth: lerp(a.strokeWidth, b.strokeWidth, k),
  };
}

function mixText(a: TextMark, b: TextMark, k: number) {
  return {
    x: lerp(a.x, b.x, k),
    y: lerp(a.y, b.y, k),
    size: lerp(a.size, b.size, k),
    fill: mixRgb(a.fill, b.fill, k),
  };
}

function mixPathPaint(a: PathMark, b: PathMark, k: number) {
  const [ax, ay] = a.translate ?? [0, 0];
  const [bx, by] = b.translate ?? [0, 0];
  return {
    ...(a.translate === undefined && b.translate === undefined
      ? {}
      : { translate: [lerp(ax, bx, k), lerp(ay, by, k)] as const }),
    fill: mixPaint(a.fill, b.fill, k),
    stroke: mixPaint(a.stroke, b.stroke, k),
    strokeWidth: lerp(a.strokeWidth, b.strokeWidth, k),
  };
}

interface Turn {
  readonly out: readonly [from: number, to: number];
  readonly in: readonly [from: number, to: number];
}

// Titles change first, so that a picture in transition already has its title. Labels leave before their marks move and
// return after, and shapes cross-fade one after the other, so that two pictures do not overlap.
const TITLE: Turn = { out: [0, 0.2], in: [0.2, 0.44] };
const LABEL: Turn = { out: [0, 0.2], in: [0.7, 1] };
const DRAWN: Turn = { out: [0.06, 0.48], in: [0.46, 0.92] };
// Hatching in the ground's own colour leaves before the ground changes, or it would light up.
const TEXTURE: Turn = { out: [0, 0.14], in: [0.46, 0.92] };

function turnOf(shape: Shape): Turn {
  if (shape.texture === true) return TEXTURE;
  if (shape.kind !== "text") return shape.key.startsWith("frame:") ? TITLE : DRAWN;
  return shape.role === "title" || shape.role === "badge" ? TITLE : LABEL;
}

function mixShapes(a: readonly Shape[], b: readonly Shape[], k: number): readonly Shape[] {
  const arriving = new Map(b.map((shape) => [shape.key, shape]));
  const leaving: Shape[] = [];
  const moved = new Map<string, Shape>();
  for (const shape of a) {
    const target = arriving.get(shape.key);
    const between = target === undefined ? null : mixShape(shape, target, smoothstep(k));
    const left = 1 - linearStep(k, ...turnOf(shape).out);
    if (between !== null) moved.set(shape.key, between);
    else if (left > 0) {
      // Keys are unique. If a shape cannot be interpolated into the one with the same key, the leaving copy gets a
      // suffixed key.
      const key = target === undefined ? shape.key : `${shape.key}~`;
      leaving.push({ ...shape, key, opacity: shape.opacity * left });
    }
  }
  const entering: Shape[] = [];
  for (const shape of b) {
    const between = moved.get(shape.key);
    const come = linearStep(k, ...turnOf(shape).in);
    if (between !== undefined) entering.push(between);
    else if (come > 0) entering.push({ ...shape, opacity: shape.opacity * come });
  }
  return [...leaving, ...entering];
}

/** The ground changes early and fast, after the old labels: halfway between rock and paper it is a muddy brown. */
const GROUND: Turn["out"] = [0.14, 0.44];

export interface Manner {
  readonly groups: readonly Group[];
  readonly gathers: number;
}

function interpolateDrawings(a: Drawing, b: Drawing, k: number, manner: Manner): Drawing {
  if (k <= 0) return a;
  if (k >= 1) return b;
  return { grains: mixGrains(a.grains, b.grains, k, manner), shapes: mixShapes(a.shapes, b.shapes, k) };
}

export function interpolatePictures(a: Picture, b: Picture, k: number, manner: Manner): Picture {
  const risen = smoothstep(linearStep(k, ...GROUND));
  return { ...interpolateDrawings(a, b, k, manner), elevation: lerp(a.elevation, b.elevation, risen) };
}
