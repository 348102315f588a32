import { mixRgb } from "../../lib/color.ts";
import type { Palette, PathMark, Point } from "../../model/picture.ts";
import { circlePath } from "../../picture/old-marks.ts";

/** A mine tub, px: `x` is the left end of its upper edge, `rail` the y that it stands on. */
export interface Tub {
  readonly x: number;
  readonly rail: number;
  readonly width: number;
  readonly height: number;
}

function wheelRadius({ height }: Tub): number {
  return height * 0.24;
}

function brim({ rail, height }: Tub): number {
  return rail - height;
}

export function tubSide({ x, rail, width, height }: Tub): Point {
  return { x: x + width / 2, y: rail - height * 0.59 };
}

/** Grains per row of a pile of 48, from the brim up; the second, lower pile is for a long tub. */
const HEAPS = [
  [19, 16, 13],
  [25, 23],
] as const;

/** Returns 48 places piled up to `rise` px above a tub, from left to right, and the radius at which grains touch. */
export function tubHeap(tub: Tub, rise: number): { readonly places: readonly Point[]; readonly r: number } {
  const pitchOf = (rows: readonly [number, ...number[]]) =>
    Math.min((tub.width * 0.97) / rows[0], rise / rows.length / 0.8);
  const rows = pitchOf(HEAPS[1]) > 1.25 * pitchOf(HEAPS[0]) ? HEAPS[1] : HEAPS[0];
  const pitch = pitchOf(rows);
  const step = pitch * 0.8;
  const places = rows.flatMap((n, row) =>
    Array.from({ length: n }, (_, k) => ({
      x: tub.x + tub.width / 2 + (k - (n - 1) / 2) * pitch,
      y: brim(tub) - step * (row + 0.4) - 1,
    })),
  );
  return { places: places.sort((a, b) => a.x - b.x || b.y - a.y), r: pitch * 0.45 };
}

/**
 * Draws a tub at x = 0 and translates it along its rail, so that its paths stay the same. `gone` is the distance
 * rolled, px.
 */
export function tub(key: string, at: Tub, gone: number, { background, ink, layer }: Palette): readonly PathMark[] {
  const { rail, width, height } = at;
  const r = wheelRadius(at);
  const [top, foot, slant] = [brim(at), rail - r * 1.1, height * 0.2];
  const band = height * 0.11;
  const planks = [0.36, 0.64]
    .map((k) => {
      const y = top + (foot - top) * k;
      return `M${slant * k} ${y}L${slant * k + width * 0.04} ${y}M${width - slant * k} ${y}L${width - slant * k - width * 0.04} ${y}`;
    })
    .join("");
  const shade = Array.from({ length: 9 }, (_, k) => {
    const from = width - slant - (k + 1) * height * 0.1;
    return `M${from} ${foot - 1}L${from + height * 0.1} ${foot - 1 - height * (0.34 - 0.03 * k)}`;
  }).join("");
  const turn = gone / r;
  const hubs = [0.2, 0.8].map((k) => width * k);
  const round = (cx: number, radius: number): string => circlePath(cx, rail - r, radius);
  const spokes = hubs.flatMap((cx) =>
    [0, 1, 2].map((k) => {
      const [cos, sin] = [r * 0.8 * Math.cos(turn + (k * Math.PI) / 3), r * 0.8 * Math.sin(turn + (k * Math.PI) / 3)];
      return `M${cx - cos} ${rail - r - sin}L${cx + cos} ${rail - r + sin}`;
    }),
  );
  const line = Math.max(1, height * 0.035);
  // Before the grains, so that they run out inside the tub.
  const base = { kind: "path", opacity: 1, stroke: ink, strokeWidth: line, translate: [at.x, 0] } as const;
  return [
    {
      ...base,
      key: `${key}:wheels`,
      fill: background,
      strokeWidth: line * 1.5,
      d: hubs.map((cx) => round(cx, r) + round(cx, r * 0.28)).join(""),
    },
    { ...base, key: `${key}:spokes`, fill: null, d: spokes.join("") },
    {
      ...base,
      key: `${key}:body`,
      fill: layer,
      d: `M0 ${top}L${slant} ${foot}L${width - slant} ${foot}L${width} ${top}Z`,
    },
    {
      ...base,
      key: `${key}:planks`,
      fill: null,
      stroke: mixRgb(layer, ink, 0.6),
      strokeWidth: line * 0.7,
      d: planks + shade,
    },
    {
      ...base,
      key: `${key}:brim`,
      fill: ink,
      stroke: null,
      strokeWidth: 0,
      d: `M${-band} ${top - 0.5}L${width + band} ${top - 0.5}L${width + band * 0.6} ${top + band}L${-band * 0.6} ${top + band}Z`,
    },
  ];
}
