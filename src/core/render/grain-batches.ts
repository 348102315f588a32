import type { Rgb } from "../lib/color.ts";
import type { Grain } from "../model/picture.ts";
import { roundFinely, roundLength } from "./svg-attributes.ts";

const OUTLINE = 1.1;

/** Number of paths above which paints are quantized more coarsely. */
const MOST = 24;

interface Fineness {
  readonly level: number;
  readonly parts: number;
}

/** Exact first. Resting grains have few paints; moving ones each have their own, with differences nobody can see. */
const FINENESS = [
  { level: 1, parts: 100 },
  { level: 8, parts: 20 },
  { level: 16, parts: 10 },
  { level: 32, parts: 8 },
] as const satisfies readonly Fineness[];

export type GrainPaint = Pick<Grain, "fill" | "opacity" | "hollow">;

function rounded([r, g, b]: Rgb): Rgb {
  return [Math.round(r), Math.round(g), Math.round(b)];
}

/** Parts of the largest channel to which the other two are rounded. */
const RATIOS = 12;

/** Rounds a colour's brightness and keeps its hue: channels rounded apart would tint a dim brown green. */
function coarse([r, g, b]: Rgb, level: number): Rgb {
  const largest = Math.max(r, g, b, 1);
  const bright = Math.min(255, Math.max(level / 2, Math.round(largest / level) * level));
  const near = (channel: number): number => Math.round((Math.round((channel / largest) * RATIOS) / RATIOS) * bright);
  return [near(r), near(g), near(b)];
}

function paintOf({ fill, opacity, hollow }: Grain, { level, parts }: Fineness): GrainPaint {
  return {
    fill: level === 1 ? rounded(fill) : coarse(fill, level),
    opacity: Math.round(opacity * parts) / parts,
    hollow: Math.round(hollow * parts) / parts,
  };
}

function keyOf({ fill: [r, g, b], opacity, hollow }: GrainPaint): number {
  return (((r * 256 + g) * 256 + b) * 128 + Math.round(opacity * 100)) * 128 + Math.round(hollow * 100);
}

/** Grains that are painted alike, by index. */
export interface GrainBatch {
  readonly paint: GrainPaint;
  readonly members: readonly number[];
}

function batches(grains: readonly Grain[], fineness: Fineness): readonly GrainBatch[] {
  const found = new Map<number, { readonly paint: GrainPaint; readonly members: number[] }>();
  grains.forEach((grain, index) => {
    const paint = paintOf(grain, fineness);
    const key = keyOf(paint);
    const batch = found.get(key);
    if (batch === undefined) found.set(key, { paint, members: [index] });
    else batch.members.push(index);
  });
  return [...found.values()];
}

/** Returns one batch per paint, of at most a few paints. */
export function grainBatches(grains: readonly Grain[]): readonly GrainBatch[] {
  const [exact, ...coarser] = FINENESS;
  return coarser.reduce(
    (found, fineness) => (found.length > MOST ? batches(grains, fineness) : found),
    batches(grains, exact),
  );
}

/** Returns the radius to which a grain is drawn, px; a hollow one has its stroke inside its edge and keeps its size. */
export function drawnRadius({ r, hollow }: Grain): number {
  return roundLength(hollow > 0 ? Math.max(0.3, r - (OUTLINE / 2) * hollow) : r);
}

/** Returns the width of the outline of a batch, px. */
export function outlineWidth({ hollow }: GrainPaint): number {
  return roundFinely(OUTLINE * hollow);
}
