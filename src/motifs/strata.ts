import { area, curveBasis } from "d3-shape";
import { mixRgb } from "../picture/colour.ts";
import type { Palette, Path, Shape, Size } from "../picture/model.ts";
import { stream } from "../picture/random.ts";

interface Layer {
  /** Top of the layer below the horizon, in stage heights. */
  readonly depth: number;
  /** How far it leaves the ground colour, 0–1; negative is darker. */
  readonly tint: number;
  readonly waves: readonly (readonly [length: number, height: number, phase: number])[];
  /** Hatching: place along and within the layer (0–1 each) and length of each stroke (0–1). */
  readonly hatch: readonly (readonly [x: number, y: number, length: number])[];
}

const POINTS = 22;

/** Depth of the coal-dark band that holds the seam and its thickness, in stage heights. */
export const SEAM_DEPTH = 0.36;
export const SEAM_THICKNESS = 0.15;

const LAYERS: readonly Layer[] = (() => {
  const random = stream("strata");
  const rows: readonly (readonly [depth: number, tint: number])[] = [
    [0, 0.85], [0.07, 0.55], [0.17, 0.7], [0.27, 0.4], [SEAM_DEPTH - 0.015, -0.55], [SEAM_DEPTH + SEAM_THICKNESS + 0.015, 0.5], [0.66, 0.25], [0.82, 0.4], [1.02, 0.15], [1.25, 0.3],
  ];
  return rows.map(([depth, tint]) => ({
    depth,
    tint,
    waves: [1.3, 0.55, 0.24].map((length, k) => [length * (0.8 + 0.4 * random()), [0.016, 0.008, 0.003][k] ?? 0, 6.28 * random()] as const),
    hatch: Array.from({ length: 30 }, () => [random(), random(), random()] as const),
  }));
})();

function wave(layer: Layer, x: number, size: Size): number {
  const unit = Math.max(size.width, 0.8 * size.height);
  return layer.waves.reduce((sum, [length, height, phase]) => sum + height * size.height * Math.sin((2 * Math.PI * x) / (length * unit) + phase), 0);
}

/** Where drawn earth begins and ends, px: on a wide page it runs on under the text beside the stage. */
function reach(size: Size): readonly [from: number, to: number] {
  return size.width < 480 ? [-6, size.width + 6] : [-1.1 * size.width, 1.25 * size.width];
}

/** y of the top of the seam at x, px, for a horizon at y = `horizon`. */
export function seamTop(x: number, horizon: number, size: Size): number {
  const band = LAYERS[4];
  return horizon + SEAM_DEPTH * size.height + (band === undefined ? 0 : wave(band, x, size));
}

/** y of the surface at x, px. */
export function surface(x: number, horizon: number, size: Size): number {
  const top = LAYERS[0];
  return horizon + (top === undefined ? 0 : wave(top, x, size));
}

function hatching(layer: Layer, below: number, horizon: number, size: Size): string {
  const [from, to] = reach(size);
  return layer.hatch
    .map(([x, y, length]) => {
      const px = from + x * (to - from);
      const py = horizon + (layer.depth + (0.12 + 0.76 * y) * (below - layer.depth)) * size.height + wave(layer, px, size);
      return `M${px} ${py}L${px + 4 + 16 * length} ${py - 0.6 - 1.2 * length}`;
    })
    .join("");
}

/**
 * The earth in section below a horizon (y, px): layers with wavy tops and woodcut hatching, the dark band of the seam among them.
 * `presence` 0–1 fades it; keys are the same wherever it is drawn, so the earth itself moves between pictures.
 */
export function strata(horizon: number, size: Size, colours: Palette, presence = 1): readonly Shape[] {
  const [from, to] = reach(size);
  const xs = Array.from({ length: POINTS }, (_, k) => from + ((to - from) * k) / (POINTS - 1));
  const bottom = Math.max(size.height * 2.4, horizon + size.height * 2.4);
  return LAYERS.flatMap((layer, index): readonly Path[] => {
    const top = area<number>()
      .x((x) => x)
      .y1((x) => horizon + layer.depth * size.height + wave(layer, x, size))
      .y0(bottom)
      .curve(curveBasis)
      .digits(1);
    const fill = layer.tint < 0 ? mixRgb(colours.ground, [0, 0, 0], -layer.tint) : mixRgb(colours.ground, colours.layer, layer.tint);
    const below = LAYERS[index + 1]?.depth ?? layer.depth + 0.3;
    return [
      { kind: "path", key: `strata:${index}`, layer: "back", opacity: presence, d: top(xs) ?? "", fill, stroke: null, width: 0 },
      {
        kind: "path", key: `strata:${index}:hatch`, layer: "back", opacity: presence * (layer.tint < 0 ? 0.25 : 0.5),
        d: hatching(layer, below, horizon, size), fill: null, stroke: mixRgb(colours.layer, colours.ink, 0.16), width: 0.8,
      },
    ];
  });
}
