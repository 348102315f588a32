import { area, curveBasis } from "d3-shape";
import { luminance, mixRgb, parseHex } from "../../lib/color.ts";
import { lerp } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Palette, PathMark, Shape, Size } from "../../model/picture.ts";

/** The earth's layers. `seam` (depth of its top below the horizon) and `thickness` are shares of the stage's height. */
export interface Land {
  /** y of the ground line, px. */
  readonly horizon: number;
  readonly seam: number;
  readonly thickness: number;
  /** From 0, rolling hills, to 1, a level surface. */
  readonly level: number;
}

const SEAM_DEPTH = 0.36;
const SEAM_THICKNESS = 0.15;

/** A land, or a horizon (y, px) for a land with the default seam. */
export type Lie = Land | number;

export function toLand(lie: Lie): Land {
  return typeof lie === "number" ? { horizon: lie, seam: SEAM_DEPTH, thickness: SEAM_THICKNESS, level: 0 } : lie;
}

interface Layer {
  /** 0 is the surface, 1 the seam's top, 2 the seam's floor; deeper layers count on. */
  readonly depth: number;
  /** Contrast with the background, 0–1; negative values are darker than it. */
  readonly tint: number;
  readonly waves: readonly (readonly [length: number, height: number, phase: number])[];
}

const POINTS = 22;
/** Colour of the seam's band: coal stays dark on any background. */
const COAL = parseHex("#0b0a09");
const BAND = 4;

const LAYERS: readonly Layer[] = (() => {
  const random = seededRandom("strata");
  const rows: readonly (readonly [depth: number, tint: number])[] = [
    [0, 0.85],
    [0.2, 0.55],
    [0.48, 0.7],
    [0.75, 0.4],
    [0.96, -0.55],
    [2.1, 0.5],
    [3, 0.25],
    [4.1, 0.4],
    [5.4, 0.15],
    [7, 0.3],
  ];
  return rows.map(([depth, tint]) => ({
    depth,
    tint,
    waves: [1.3, 0.55, 0.24].map(
      (length, k) => [length * (0.8 + 0.4 * random()), [0.016, 0.008, 0.003][k] ?? 0, 6.28 * random()] as const,
    ),
  }));
})();

const CUTS: readonly (readonly [number, number, number])[] = (() => {
  const random = seededRandom("hatch");
  return Array.from({ length: 173 }, () => [random(), random(), random()] as const);
})();

function depthOf(depth: number, land: Land, size: Size): number {
  // In a close-up only the seam thickens; the layers below it keep at most their usual thickness.
  const under = Math.max(0, depth - 2) * Math.min(land.thickness, SEAM_THICKNESS);
  const within = Math.min(1, depth - 1) * land.thickness;
  return size.height * (depth < 1 ? depth * land.seam : land.seam + within + under);
}

function wave(layer: Layer, x: number, size: Size): number {
  const unit = Math.max(size.width, 0.8 * size.height);
  return layer.waves.reduce(
    (sum, [length, height, phase]) =>
      sum + height * size.height * Math.sin((2 * Math.PI * x) / (length * unit) + phase),
    0,
  );
}

/**
 * Returns the share of a layer's waves that is left, 0–1. Shallow seams flatten all layers, a level land its surface.
 */
function pressed(index: number, land: Land): number {
  return Math.min(1, land.seam / 0.3) * (index === 0 ? 1 - land.level : 1);
}

function top(index: number, x: number, land: Land, size: Size): number {
  const layer = LAYERS[index];
  if (layer === undefined) return land.horizon;
  return land.horizon + depthOf(layer.depth, land, size) + pressed(index, land) * wave(layer, x, size);
}

/** Stage width, px, from which the earth is drawn past the stage's sides. */
export const WIDE_STAGE = 480;

/** Left and right end of the drawn earth, px. On a wide page it continues under the text beside the stage. */
function reach(size: Size): readonly [from: number, to: number] {
  return size.width < WIDE_STAGE ? [-6, size.width + 6] : [-1.1 * size.width, 1.25 * size.width];
}

/** Returns the y of the topmost seam grains at x, px. */
export function seamTop(x: number, lie: Lie, size: Size): number {
  const land = toLand(lie);
  return top(BAND, x, land, size) + 0.06 * land.thickness * size.height;
}

export function seamBand(x: number, lie: Lie, size: Size): readonly [roof: number, floor: number] {
  const land = toLand(lie);
  return [top(BAND, x, land, size), top(BAND + 1, x, land, size)];
}

export function surfaceY(x: number, lie: Lie, size: Size): number {
  return top(0, x, toLand(lie), size);
}

/** Rounds to a tenth of a px here, since blending pictures parses thousands of these strokes again. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * A stroke as path data without its y: `from` is `Mx `, `to` is `Lx `. `wave` and `drop` are px, `depth` is the place
 * within the layer, 0–1.
 */
interface Stroke {
  readonly from: string;
  readonly to: string;
  readonly wave: number;
  readonly drop: number;
  readonly depth: number;
}

function stippled(index: number): boolean {
  return index % 2 === 1;
}

/**
 * The part of a layer's hatching that stays the same while the earth moves: slanted strokes below its edge (comb) and
 * strokes along its grain.
 */
interface Ruling {
  readonly comb: readonly Stroke[];
  readonly grain: readonly Stroke[];
}

function rule(size: Size): readonly Ruling[] {
  const [from, to] = reach(size);
  const step = Math.max(6.5, size.width / 70);
  const count = Math.ceil((to - from) / step);
  return LAYERS.map((layer, index) => {
    const strokes = Array.from({ length: count }, (_, k) => {
      const [a, b, c] = CUTS[(k * 7 + index * 31) % CUTS.length] ?? [0, 0, 0];
      const x = from + (k + 0.6 * a) * step;
      const long = step * (0.5 + 1.3 * b * (0.6 + 0.4 * Math.sin(k / 9 + index)));
      const run = stippled(index) ? step * 0.16 : step * (0.8 + 2.4 * c);
      const here = wave(layer, x, size);
      const comb: Stroke = {
        from: `M${tenth(x)} `,
        to: `L${tenth(x - 0.55 * long)} `,
        wave: here,
        drop: long,
        depth: 0,
      };
      const grain: Stroke = {
        from: comb.from,
        to: `L${tenth(x + run)} `,
        wave: here,
        drop: wave(layer, x + run, size) - here,
        depth: 0.16 + 0.76 * ((b + k * 0.618) % 1),
      };
      return { comb, grain };
    });
    return {
      comb: strokes.map(({ comb }) => comb),
      grain: strokes.filter((_, k) => stippled(index) || k % 2 === 0).map(({ grain }) => grain),
    };
  });
}

/** Caches the last few results of `make` by key: the earth is drawn in every frame but seldom changes. */
function keeping<T>(
  make: (land: Land, size: Size) => T,
  key: (land: Land, size: Size) => string,
): (land: Land, size: Size) => T {
  const kept = new Map<string, T>();
  return (land, size) => {
    const name = key(land, size);
    const found = kept.get(name);
    if (found !== undefined) return found;
    const made = make(land, size);
    if (kept.size >= 4) kept.clear();
    kept.set(name, made);
    return made;
  };
}

const ruling = keeping(
  (_, size) => rule(size),
  (_, { width, height }) => `${width} ${height}`,
);

function hatching(
  index: number,
  { comb, grain }: Ruling,
  land: Land,
  size: Size,
): readonly [comb: string, grain: string] {
  const depth = LAYERS[index]?.depth ?? 0;
  const level = land.horizon + depthOf(depth, land, size);
  const thick = Math.max(6, depthOf(LAYERS[index + 1]?.depth ?? depth + 2, land, size) - level + land.horizon);
  const waves = pressed(index, land);
  let hanging = "";
  for (const { from, to, wave: here, drop } of comb) {
    const y = level + waves * here + 1;
    hanging += `${from}${tenth(y)}${to}${tenth(y + Math.min(thick * 0.5, drop))}`;
  }
  let lying = "";
  for (const { from, to, wave: here, drop, depth: within } of grain) {
    const y = level + waves * here + thick * within;
    lying += `${from}${tenth(y)}${to}${tenth(y + waves * drop)}`;
  }
  return [hanging, lying];
}

interface Section {
  readonly edge: string;
  readonly comb: string;
  readonly grain: string;
}

function cut(land: Land, size: Size): readonly Section[] {
  const [from, to] = reach(size);
  const xs = Array.from({ length: POINTS }, (_, k) => lerp(from, to, k / (POINTS - 1)));
  const bottom = Math.max(size.height, land.horizon + size.height) + size.height * 1.4;
  const rules = ruling(land, size);
  return LAYERS.map((_, index) => {
    const edge = area<number>()
      .x((x) => x)
      .y1((x) => top(index, x, land, size))
      .y0(bottom)
      .curve(curveBasis)
      .digits(1);
    const [comb, grain] = hatching(index, rules[index] ?? { comb: [], grain: [] }, land, size);
    return { edge: edge(xs) ?? "", comb, grain };
  });
}

const section = keeping(
  cut,
  ({ horizon, seam, thickness, level }, { width, height }) =>
    `${horizon} ${seam} ${thickness} ${level} ${width} ${height}`,
);

/**
 * Draws the earth in section: layers with wavy tops and woodcut hatching, and the seam's dark band. The keys are the
 * same in every scene, so the earth itself moves between pictures; `presence` 0–1 fades it.
 */
export function strata(lie: Lie, size: Size, colours: Palette, presence = 1): readonly Shape[] {
  const engraved = mixRgb(colours.layer, colours.ink, 0.3);
  return section(toLand(lie), size).flatMap(({ edge, comb, grain }, index): readonly PathMark[] => {
    const tint = LAYERS[index]?.tint ?? 0;
    const dark = tint < 0;
    const fill = dark
      ? mixRgb(colours.background, COAL, luminance(colours.background) < 0.18 ? -tint : 0.9)
      : mixRgb(colours.background, colours.layer, tint);
    const base = { kind: "path", layer: "back", tenths: true } as const;
    return [
      { ...base, key: `strata:${index}`, opacity: presence, d: edge, fill, stroke: null, strokeWidth: 0 },
      {
        ...base,
        key: `strata:${index}:comb`,
        texture: true,
        opacity: presence * (dark ? 0.2 : 0.55),
        d: comb,
        fill: null,
        stroke: engraved,
        strokeWidth: 0.8,
      },
      {
        ...base,
        key: `strata:${index}:grain`,
        texture: true,
        opacity: presence * (dark ? 0.15 : 0.4),
        d: grain,
        fill: null,
        stroke: engraved,
        strokeWidth: 0.9,
      },
    ];
  });
}
