import { type Rgb, toHex } from "../core/lib/color.ts";
import type { StageCanvases } from "../core/model/stage-messages.ts";
import { contextOf } from "./offscreen-surface.ts";

/** Device pixels of the edge's column: more than its height on any page has CSS pixels. */
const EDGE = 104;

/** Colours the ground of the page and the stage's lower edge. Throws when the browser gives no context. */
export function createGroundSurface({ ground, edge }: Pick<StageCanvases, "ground" | "edge">): (colour: Rgb) => void {
  [ground.width, ground.height, edge.width, edge.height] = [1, 1, 1, EDGE];
  const [whole, column] = [contextOf(ground), contextOf(edge)];
  let shown = "";
  return (colour) => {
    const hex = toHex(colour);
    if (hex === shown) return;
    shown = hex;
    whole.fillStyle = hex;
    whole.fillRect(0, 0, 1, 1);
    // A canvas blends colours without their opacity: the clear ends have the ground's colour, too.
    const fade = column.createLinearGradient(0, 0, 0, EDGE);
    fade.addColorStop(0, `${hex}00`);
    fade.addColorStop(0.5, hex);
    fade.addColorStop(1, `${hex}00`);
    column.clearRect(0, 0, 1, EDGE);
    column.fillStyle = fade;
    column.fillRect(0, 0, 1, EDGE);
  };
}
