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

function paintOf({ fill, opacity, hollow }: Grain, { level, parts }: Fineness): Paint {
  const near = (channel: number): number => Math.min(255, Math.round(channel / level) * level);
  const colour: Rgb = [near(fill[0]), near(fill[1]), near(fill[2])];
  return { fill: colour, opacity: Math.round(opacity * parts) / parts, hollow: Math.round(hollow * parts) / parts };
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
