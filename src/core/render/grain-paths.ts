import { toHex } from "../lib/color.ts";
import type { Grain } from "../model/picture.ts";
import { drawnRadius, grainBatches, outlineWidth } from "./grain-batches.ts";
import { formatLength, formatOpacity, type SvgAttributes } from "./svg-attributes.ts";

function circle(grain: Grain): string {
  const radius = drawnRadius(grain);
  const across = formatLength(2 * radius);
  return `M${formatLength(grain.x - radius)} ${formatLength(grain.y)}a${radius} ${radius} 0 1 1 ${across} 0a${radius} ${radius} 0 1 1-${across} 0`;
}

export interface GrainPath {
  readonly attributes: SvgAttributes;
  readonly members: readonly number[];
}

/** Returns one path per paint: one node per grain spent most of a frame on style and layout on a slow phone. */
export function grainPaths(grains: readonly Grain[]): readonly GrainPath[] {
  return grainBatches(grains).map(({ paint, members }) => {
    const colour = toHex(paint.fill);
    const d = members.map((index) => (grains[index] === undefined ? "" : circle(grains[index]))).join("");
    const outline = {
      "fill-opacity": formatOpacity(1 - paint.hollow),
      stroke: colour,
      "stroke-width": String(outlineWidth(paint)),
    };
    const attributes = {
      d,
      fill: colour,
      ...(paint.hollow > 0 ? outline : {}),
      ...(paint.opacity < 1 ? { opacity: formatOpacity(paint.opacity) } : {}),
    };
    return { attributes, members };
  });
}
