import { type Rgb, toHex } from "../lib/color.ts";
import type { Grain } from "../model/picture.ts";
import { formatLength, formatOpacity, type SvgAttributes } from "./svg-attributes.ts";

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

type Paint = Pick<Grain, "fill" | "opacity" | "hollow">;

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

function paintOf({ fill, opacity, hollow }: Grain, { level, parts }: Fineness): Paint {
  return {
    fill: level === 1 ? rounded(fill) : coarse(fill, level),
    opacity: Math.round(opacity * parts) / parts,
    hollow: Math.round(hollow * parts) / parts,
  };
}

function keyOf({ fill: [r, g, b], opacity, hollow }: Paint): number {
  return (((r * 256 + g) * 256 + b) * 128 + Math.round(opacity * 100)) * 128 + Math.round(hollow * 100);
}

interface Batch {
  readonly paint: Paint;
  readonly members: number[];
}

function batches(grains: readonly Grain[], fineness: Fineness): readonly Batch[] {
  const found = new Map<number, Batch>();
  grains.forEach((grain, index) => {
    const paint = paintOf(grain, fineness);
    const key = keyOf(paint);
    const batch = found.get(key);
    if (batch === undefined) found.set(key, { paint, members: [index] });
    else batch.members.push(index);
  });
  return [...found.values()];
}

/** Keeps the stroke of a hollow grain inside its edge, so that it keeps its size. */
function circle({ x, y, r, hollow }: Grain): string {
  const radius = formatLength(hollow > 0 ? Math.max(0.3, r - (OUTLINE / 2) * hollow) : r);
  const across = formatLength(2 * Number(radius));
  return `M${formatLength(x - Number(radius))} ${formatLength(y)}a${radius} ${radius} 0 1 1 ${across} 0a${radius} ${radius} 0 1 1-${across} 0`;
}

export interface GrainPath {
  readonly attributes: SvgAttributes;
  readonly members: readonly number[];
}

/** Returns one path per paint: one node per grain spent most of a frame on style and layout on a slow phone. */
export function grainPaths(grains: readonly Grain[]): readonly GrainPath[] {
  const [exact, ...coarser] = FINENESS;
  const drawn = coarser.reduce(
    (found, fineness) => (found.length > MOST ? batches(grains, fineness) : found),
    batches(grains, exact),
  );
  return drawn.map(({ paint: { fill, opacity, hollow }, members }) => {
    const colour = toHex(fill);
    const d = members.map((index) => (grains[index] === undefined ? "" : circle(grains[index]))).join("");
    const outline = {
      "fill-opacity": formatOpacity(1 - hollow),
      stroke: colour,
      "stroke-width": formatOpacity(OUTLINE * hollow),
    };
    const attributes = {
      d,
      fill: colour,
      ...(hollow > 0 ? outline : {}),
      ...(opacity < 1 ? { opacity: formatOpacity(opacity) } : {}),
    };
    return { attributes, members };
  });
}
