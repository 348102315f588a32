import type { Rgb } from "../../lib/color.ts";
import type { Shape } from "../../model/picture.ts";

/** A drill core standing on y = `foot`, px. */
export interface DrillCore {
  readonly left: number;
  readonly width: number;
  readonly foot: number;
  readonly height: number;
}

/** How a slice looks: its rock and the engraving by which it is told apart without colour, `pitch` px between strokes. */
export interface Rock {
  readonly fill: Rgb;
  readonly stroke: Rgb | null;
  readonly pitch: number;
}

/** A front edge at y, bowed; `back` runs from right to left. */
function bow({ left, width }: DrillCore, y: number, back = false): string {
  const arc = `A${width / 2} ${width * 0.12} 0 0`;
  return back ? `L${left + width} ${y}${arc} 1 ${left} ${y}` : `M${left} ${y}${arc} 0 ${left + width} ${y}`;
}

/** The slice of a core from `low` to `high`, shares of its height: all edges are bowed alike, so its length is true at every x. */
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
