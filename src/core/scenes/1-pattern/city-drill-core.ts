import type { Rgb } from "../../lib/color.ts";
import type { Shape } from "../../model/picture.ts";

export interface DrillCore {
  readonly left: number;
  readonly width: number;
  readonly foot: number;
  readonly height: number;
}

/** Look of a slice. The engraving, `pitch` px between strokes, tells the sectors apart without colour. */
export interface Rock {
  readonly fill: Rgb;
  readonly stroke: Rgb | null;
  readonly pitch: number;
}

function bow({ left, width }: DrillCore, y: number, back = false): string {
  const arc = `A${width / 2} ${width * 0.12} 0 0`;
  return back ? `L${left + width} ${y}${arc} 1 ${left} ${y}` : `M${left} ${y}${arc} 0 ${left + width} ${y}`;
}

/**
 * Draws the slice from `low` to `high`, shares of the core's height. All edges have the same curve, so a slice's length
 * is true at every x.
 */
export function coreSlice(
  key: string,
  core: DrillCore,
  [low, high]: readonly [number, number],
  rock: Rock,
  joint: Rgb,
): readonly Shape[] {
  const [top, bottom] = [core.foot - high * core.height, core.foot - low * core.height];
  let strokes = "";
  for (let y = bottom - rock.pitch; y > top + rock.pitch * 0.4; y -= rock.pitch) strokes += bow(core, y);
  const body = `${bow(core, top)}${bow(core, bottom, true)}Z`;
  return [
    { kind: "path", key, opacity: 1, d: body, fill: rock.fill, stroke: joint, strokeWidth: 1 },
    {
      kind: "path",
      key: `${key}:engraving`,
      opacity: 0.8,
      d: strokes,
      fill: null,
      stroke: rock.stroke,
      strokeWidth: 0.9,
    },
  ];
}
