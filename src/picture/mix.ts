import { mixRgb } from "./colour.ts";
import { blend, heavy, span } from "./ease.ts";
import { groupOf, rankOf, GROUP_SIZE } from "./grains.ts";
import { remembering } from "./remembering.ts";
import type { Drawing, Grain, Line, Path, Picture, Rect, Rgb, Shape, Text } from "./model.ts";

/** Share of a mix that one grain's own journey takes; the rest is the stagger of the stream. */
const JOURNEY = 0.62;

/** Colours a grain passes on its way; no eye counts more, and each is a write to the page. */
const SHADES = 12;

/** When grain `index` sets out, 0 … 1 − JOURNEY: the groups as three streams, each led by its first rank. */
function departure(index: number): number {
  const lag = groupOf(index) === "services" ? 0.15 : groupOf(index) === "rural" ? 0.3 : 0;
  return (1 - JOURNEY) * (0.7 * (rankOf(index) / (GROUP_SIZE - 1)) + lag);
}

function mixGrain(a: Grain, b: Grain, k: number, index: number): Grain {
  const start = departure(index);
  const own = heavy(span(k, start, start + JOURNEY));
  if (own === 0) return a;
  if (own === 1) return b;
  return {
    x: blend(a.x, b.x, own),
    y: blend(a.y, b.y, own),
    r: blend(a.r, b.r, own),
    fill: mixRgb(a.fill, b.fill, Math.round(own * SHADES) / SHADES),
    opacity: blend(a.opacity, b.opacity, own),
    hollow: blend(a.hollow, b.hollow, own),
  };
}

/** Each grain travels from its place in `a` to its place in `b`; same length, same order, same identities. */
export function mixGrains(a: readonly Grain[], b: readonly Grain[], k: number): readonly Grain[] {
  return a.map((grain, index) => mixGrain(grain, b[index] ?? grain, k, index));
}

function mixPaint(a: Rgb | null, b: Rgb | null, k: number): Rgb | null {
  return a !== null && b !== null ? mixRgb(a, b, k) : k < 0.5 ? a : b;
}

const NUMBER = /-?\d+(?:\.\d+)?(?:e-?\d+)?/g;

/** Path data taken apart: what stands between the numbers, and the numbers. */
interface Taken {
  readonly between: readonly string[];
  readonly form: string;
  readonly numbers: readonly number[];
}

function takeApart(d: string): Taken {
  const between = d.split(NUMBER);
  return { between, form: between.join("#"), numbers: (d.match(NUMBER) ?? []).map(Number) };
}

/** Takes apart the same data once: an entry mixes the same two pictures for many frames. */
const taken = remembering(takeApart, 160);

/** Path data number by number, to a tenth, when both have the same letters; null when they differ in structure. */
function mixPath(a: string, b: string, k: number): string | null {
  const [from, to] = [taken(a), taken(b)];
  if (from.form !== to.form) return null;
  let d = to.between[0] ?? "";
  for (let i = 0; i < to.numbers.length; i++) {
    const end = to.numbers[i] ?? 0;
    d += Math.round(10 * blend(from.numbers[i] ?? end, end, k)) / 10 + (to.between[i + 1] ?? "");
  }
  return d;
}

/** The same thing on its way from `a` to `b`; null when the two cannot be blended and must fade into one another. */
function mixShape(a: Shape, b: Shape, k: number): Shape | null {
  const opacity = blend(a.opacity, b.opacity, k);
  if (a.kind === "line" && b.kind === "line") return { ...b, opacity, ...mixLine(a, b, k) };
  if (a.kind === "rect" && b.kind === "rect") return { ...b, opacity, ...mixRect(a, b, k) };
  if (a.kind === "text" && b.kind === "text") return a.text === b.text ? { ...b, opacity, ...mixText(a, b, k) } : null;
  if (a.kind === "path" && b.kind === "path") {
    if (a.d === b.d) return { ...b, opacity, ...mixPathPaint(a, b, k) };
    const d = mixPath(a.d, b.d, k);
    return d === null ? null : { ...b, opacity, d, tenths: true, ...mixPathPaint(a, b, k) };
  }
  return null;
}

function mixLine(a: Line, b: Line, k: number) {
  return {
    x1: blend(a.x1, b.x1, k),
    y1: blend(a.y1, b.y1, k),
    x2: blend(a.x2, b.x2, k),
    y2: blend(a.y2, b.y2, k),
    stroke: mixRgb(a.stroke, b.stroke, k),
    width: blend(a.width, b.width, k),
  };
}

function mixRect(a: Rect, b: Rect, k: number) {
  return {
    x: blend(a.x, b.x, k),
    y: blend(a.y, b.y, k),
    width: blend(a.width, b.width, k),
    height: blend(a.height, b.height, k),
    fill: mixPaint(a.fill, b.fill, k),
    stroke: mixPaint(a.stroke, b.stroke, k),
    strokeWidth: blend(a.strokeWidth, b.strokeWidth, k),
  };
}

function mixText(a: Text, b: Text, k: number) {
  return {
    x: blend(a.x, b.x, k),
    y: blend(a.y, b.y, k),
    size: blend(a.size, b.size, k),
    fill: mixRgb(a.fill, b.fill, k),
  };
}

function mixPathPaint(a: Path, b: Path, k: number) {
  const [ax, ay] = a.shift ?? [0, 0];
  const [bx, by] = b.shift ?? [0, 0];
  return {
    ...(a.shift === undefined && b.shift === undefined ? {} : { shift: [blend(ax, bx, k), blend(ay, by, k)] as const }),
    fill: mixPaint(a.fill, b.fill, k),
    stroke: mixPaint(a.stroke, b.stroke, k),
    width: blend(a.width, b.width, k),
  };
}

/**
 * Enter, update and exit as a function of k: what both have moves; what only `a` has is gone by ½; what only `b` has comes from ½ on.
 * So two generations of labels are never seen at once.
 */
export function mixShapes(a: readonly Shape[], b: readonly Shape[], k: number): readonly Shape[] {
  const arriving = new Map(b.map((shape) => [shape.key, shape]));
  const leaving: Shape[] = [];
  const moved = new Map<string, Shape>();
  for (const shape of a) {
    const target = arriving.get(shape.key);
    const between = target === undefined ? null : mixShape(shape, target, heavy(k));
    if (between !== null) moved.set(shape.key, between);
    else if (k < 0.5) leaving.push({ ...shape, opacity: shape.opacity * (1 - 2 * k) });
  }
  const entering: Shape[] = [];
  for (const shape of b) {
    const between = moved.get(shape.key);
    if (between !== undefined) entering.push(between);
    else if (k > 0.5) entering.push({ ...shape, opacity: shape.opacity * (2 * k - 1) });
  }
  return [...leaving, ...entering];
}

/** Blend of two drawings; exactly `a` at 0 and `b` at 1. */
export function mix(a: Drawing, b: Drawing, k: number): Drawing {
  if (k <= 0) return a;
  if (k >= 1) return b;
  return { grains: mixGrains(a.grains, b.grains, k), shapes: mixShapes(a.shapes, b.shapes, k) };
}

/** Blend of two pictures, ground included. */
export function mixPictures(a: Picture, b: Picture, k: number): Picture {
  return { ...mix(a, b, k), ground: blend(a.ground, b.ground, heavy(k)) };
}
