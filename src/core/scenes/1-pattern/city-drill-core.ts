import { range } from "d3-array";
import type { Rgb } from "../../lib/color.ts";
import type { Shape } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { type Path, pathData } from "../../picture/path.ts";

interface DrillCore {
  readonly left: number;
  readonly width: number;
  readonly y: (share: number) => number;
}

/** Part of a core between two shares of the whole, 0–1. */
export interface Slice {
  readonly low: number;
  readonly high: number;
}

/** Look of a slice. The engraving, `pitch` px between strokes, tells the sectors apart without colour. */
export interface Rock {
  readonly fill: Rgb;
  readonly stroke: Rgb | null;
  readonly pitch: number;
}

const BOW = 0.12;

/** Adds an edge `BOW` of its width deep: a cubic Bézier curve reaches 3/4 of the depth of its control points. */
function traceEdge(path: Path, from: number, to: number, y: number): void {
  const control = y + (4 / 3) * BOW * Math.abs(to - from);
  path.bezierCurveTo(from, control, to, control, to, y);
}

/** Draws a slice of a core; all edges have the same curve, so its length is true at every x. */
export function coreSlice(
  key: string,
  { left, width, y }: DrillCore,
  { low, high }: Slice,
  { fill, stroke, pitch }: Rock,
  joint: Rgb,
): readonly Shape[] {
  const right = left + width;
  const [top, bottom] = [y(high), y(low)];
  return [
    pathMark({
      key,
      d: pathData((path) => {
        path.moveTo(left, top);
        traceEdge(path, left, right, top);
        path.lineTo(right, bottom);
        traceEdge(path, right, left, bottom);
        path.closePath();
      }),
      fill,
      stroke: joint,
    }),
    pathMark({
      key: `${key}:engraving`,
      opacity: 0.8,
      d: pathData((path) => {
        for (const edge of range(bottom - pitch, top + pitch * 0.4, -pitch)) {
          path.moveTo(left, edge);
          traceEdge(path, left, right, edge);
        }
      }),
      stroke,
      strokeWidth: 0.9,
    }),
  ];
}
