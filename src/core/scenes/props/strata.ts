import { range } from "d3-array";
import { area, curveBasis } from "d3-shape";
import { luminance, mixRgb, parseHex } from "../../lib/color.ts";
import { lerp } from "../../lib/math.ts";
import { memoizeByKey } from "../../lib/memoize.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Palette, PathMark, Shape, Size } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";

/**
 * Layers of the earth below the ground line `horizon`, y in px; `seam`, the depth of the seam's top, and `thickness`
 * are shares of the stage's height. `level` runs from 0, rolling hills, to 1, a level surface.
 */
export interface Land {
  readonly horizon: number;
  readonly seam: number;
  readonly thickness: number;
  readonly level: number;
}

/** Stage width, px, from which the earth is drawn past the stage's sides and under the text beside it. */
export const WIDE_STAGE = 480;

/** Stage width, px, in windows in which text and stage are centred. */
const VAST_STAGE = 1000;

// Shares of the stage's height: the seam's usual thickness, and the depth above which a seam flattens the layers.
const SEAM_THICKNESS = 0.15;
const SHALLOW = 0.3;

const COAL = parseHex("#0b0a09");

/**
 * A layer of the earth: `depth` 0 is the surface, 1 the seam's top, 2 its floor, and deeper ones count on. `tint` is
 * its contrast with the background, 0–1; negative values are darker.
 */
interface Layer {
  readonly depth: number;
  readonly tint: number;
  readonly waves: readonly Wave[];
}

/** Length as a share of the stage's width, height as a share of its height, phase in radians. */
interface Wave {
  readonly length: number;
  readonly height: number;
  readonly phase: number;
}

const WAVES = [
  { length: 1.3, height: 0.016 },
  { length: 0.55, height: 0.008 },
  { length: 0.24, height: 0.003 },
];

const random = seededRandom("strata");

function createLayer(depth: number, tint: number): Layer {
  const waves = WAVES.map(({ length, height }) => ({
    length: length * (0.8 + 0.4 * random()),
    height,
    phase: 6.28 * random(),
  }));
  return { depth, tint, waves };
}

const LAYERS = [
  createLayer(0, 0.85),
  createLayer(0.2, 0.55),
  createLayer(0.48, 0.7),
  createLayer(0.75, 0.4),
  createLayer(0.96, -0.55),
  createLayer(2.1, 0.5),
  createLayer(3, 0.25),
  createLayer(4.1, 0.4),
  createLayer(5.4, 0.15),
  createLayer(7, 0.3),
] as const;

const [SURFACE, , , , SEAM, UNDER_SEAM] = LAYERS;

function depthInPx(depth: number, land: Land, size: Size): number {
  // In a close-up only the seam thickens; the layers below it keep at most their usual thickness.
  const under = Math.max(0, depth - 2) * Math.min(land.thickness, SEAM_THICKNESS);
  const within = Math.min(1, depth - 1) * land.thickness;
  return size.height * (depth < 1 ? depth * land.seam : land.seam + within + under);
}

function waveAt({ waves }: Layer, x: number, size: Size): number {
  const unit = Math.max(size.width, 0.8 * size.height);
  let y = 0;
  for (const { length, height, phase } of waves)
    y += height * size.height * Math.sin((2 * Math.PI * x) / (length * unit) + phase);
  return y;
}

function waviness(layer: Layer, land: Land): number {
  return Math.min(1, land.seam / SHALLOW) * (layer === SURFACE ? 1 - land.level : 1);
}

function layerTop(layer: Layer, x: number, land: Land, size: Size): number {
  return land.horizon + depthInPx(layer.depth, land, size) + waviness(layer, land) * waveAt(layer, x, size);
}

export function surfaceY(x: number, land: Land, size: Size): number {
  return layerTop(SURFACE, x, land, size);
}

export function seamTop(x: number, land: Land, size: Size): number {
  return layerTop(SEAM, x, land, size) + 0.06 * land.thickness * size.height;
}

export function seamBand(x: number, land: Land, size: Size): readonly [roof: number, floor: number] {
  return [layerTop(SEAM, x, land, size), layerTop(UNDER_SEAM, x, land, size)];
}

function earthEnds({ width }: Size): readonly [from: number, to: number] {
  if (width < WIDE_STAGE) return [-6, width + 6];
  // In a window wider than text and stage together there is earth on both sides of them.
  return width < VAST_STAGE ? [-1.1 * width, 1.25 * width] : [-1.6 * width, 1.95 * width];
}

/**
 * A stroke of the hatching without its y: `start` is `Mx `, `end` is `Lx `. Not written by `pathData`, because
 * thousands are written anew in every frame in which the earth moves.
 */
interface Stroke {
  readonly start: string;
  readonly end: string;
  readonly wave: number;
  readonly drop: number;
  readonly depth: number;
}

/** Strokes of a layer: slanted ones below its top (comb) and ones along its grain. */
interface Hatching {
  readonly comb: readonly Stroke[];
  readonly grain: readonly Stroke[];
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Random numbers that the strokes take in turn. Their count is prime, so that neighbouring layers do not repeat. */
const CHANCES = (() => {
  const chance = seededRandom("hatch");
  return range(173).map(() => ({ shift: chance(), length: chance(), run: chance() }));
})();

const GOLDEN = 0.618;

function layStrokes(layer: Layer, index: number, size: Size): Hatching {
  const [from, to] = earthEnds(size);
  const step = Math.max(6.5, size.width / 70);
  const stippled = index % 2 === 1;
  const comb: Stroke[] = [];
  const grain: Stroke[] = [];
  for (const k of range(Math.ceil((to - from) / step))) {
    const chance = CHANCES[(k * 7 + index * 31) % CHANCES.length] ?? { shift: 0, length: 0, run: 0 };
    const x = from + (k + 0.6 * chance.shift) * step;
    const start = `M${tenth(x)} `;
    const wave = waveAt(layer, x, size);
    const length = step * (0.5 + 1.3 * chance.length * (0.6 + 0.4 * Math.sin(k / 9 + index)));
    comb.push({ start, end: `L${tenth(x - 0.55 * length)} `, wave, drop: length, depth: 0 });
    if (!stippled && k % 2 === 1) continue;
    const run = stippled ? step * 0.16 : step * (0.8 + 2.4 * chance.run);
    grain.push({
      start,
      end: `L${tenth(x + run)} `,
      wave,
      drop: waveAt(layer, x + run, size) - wave,
      depth: 0.16 + 0.76 * ((chance.length + k * GOLDEN) % 1),
    });
  }
  return { comb, grain };
}

const hatchings = memoizeByKey(
  (width: number, height: number): readonly Hatching[] =>
    LAYERS.map((layer, index) => layStrokes(layer, index, { width, height })),
  4,
);

interface Section {
  readonly tint: number;
  readonly outline: string;
  readonly comb: string;
  readonly grain: string;
}

function writeHatching(
  { comb, grain }: Hatching,
  level: number,
  thickness: number,
  waves: number,
): Pick<Section, "comb" | "grain"> {
  let hanging = "";
  for (const { start, end, wave, drop } of comb) {
    const y = level + waves * wave + 1;
    hanging += `${start}${tenth(y)}${end}${tenth(y + Math.min(thickness * 0.5, drop))}`;
  }
  let lying = "";
  for (const { start, end, wave, drop, depth } of grain) {
    const y = level + waves * wave + thickness * depth;
    lying += `${start}${tenth(y)}${end}${tenth(y + waves * drop)}`;
  }
  return { comb: hanging, grain: lying };
}

const POINTS = 18;

function cutSections(land: Land, size: Size): readonly Section[] {
  const [from, to] = earthEnds(size);
  const xs = range(POINTS).map((k) => lerp(from, to, k / (POINTS - 1)));
  const bottom = Math.max(size.height, land.horizon + size.height) + size.height * 1.4;
  return hatchings(size.width, size.height).map((hatching, index): Section => {
    const layer = LAYERS[index] ?? SURFACE;
    const outline = area<number>()
      .x((x) => x)
      .y1((x) => layerTop(layer, x, land, size))
      .y0(bottom)
      .curve(curveBasis)
      .digits(1);
    const depth = depthInPx(layer.depth, land, size);
    const thickness = Math.max(6, depthInPx(LAYERS[index + 1]?.depth ?? layer.depth + 2, land, size) - depth);
    return {
      tint: layer.tint,
      outline: outline(xs) ?? "",
      ...writeHatching(hatching, land.horizon + depth, thickness, waviness(layer, land)),
    };
  });
}

/** Memoized, because the earth is drawn in every frame but seldom changes. */
const sections = memoizeByKey(
  (horizon: number, seam: number, thickness: number, level: number, width: number, height: number) =>
    cutSections({ horizon, seam, thickness, level }, { width, height }),
  4,
);

/**
 * Draws the earth in section: layers with wavy tops and woodcut hatching, and the seam's dark band. The keys are the
 * same in every scene, so the earth itself moves between pictures; `presence` 0–1 fades it.
 */
export function strata(land: Land, size: Size, palette: Palette, presence = 1): readonly Shape[] {
  const { horizon, seam, thickness, level } = land;
  const { background, layer, ink } = palette;
  const stroke = mixRgb(layer, ink, 0.3);
  return sections(horizon, seam, thickness, level, size.width, size.height).flatMap(
    ({ tint, outline, comb, grain }, index): readonly PathMark[] => {
      const dark = tint < 0;
      const fill = dark
        ? mixRgb(background, COAL, luminance(background) < 0.18 ? -tint : 0.9)
        : mixRgb(background, layer, tint);
      return [
        pathMark({ key: `strata:${index}`, layer: "back", opacity: presence, d: outline, fill }),
        pathMark({
          key: `strata:${index}:comb`,
          layer: "back",
          texture: true,
          opacity: presence * (dark ? 0.2 : 0.55),
          d: comb,
          stroke,
          strokeWidth: 0.8,
        }),
        pathMark({
          key: `strata:${index}:grain`,
          layer: "back",
          texture: true,
          opacity: presence * (dark ? 0.15 : 0.4),
          d: grain,
          stroke,
          strokeWidth: 0.9,
        }),
      ];
    },
  );
}
