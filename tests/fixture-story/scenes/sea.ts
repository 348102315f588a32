import { engraved } from "../../../src/motifs/engraving.ts";
import type { Palette, Shape, Size } from "../../../src/picture/model.ts";

/** The sea from its surface (y, px) down; it runs on beyond the stage, which a wide page shows. */
export function sea(y: number, size: Size, palette: Palette): readonly Shape[] {
  const [left, right, foot] = [-1.2 * size.width, 2.2 * size.width, y + 3 * size.height];
  return [
    engraved("sea", `M${left} ${y}L${right} ${y}L${right} ${foot}L${left} ${foot}Z`, null, 0, { fill: palette.layer }),
    engraved("sea:surface", `M${left} ${y}L${right} ${y}`, palette.muted, 1.2),
  ];
}

/** A tower `height` px high with its foot at (x, y), and the light from its top, `lit` 0–1. */
export function tower(x: number, y: number, height: number, lit: number, palette: Palette): readonly Shape[] {
  const [foot, waist, top] = [height * 0.14, height * 0.08, y - height];
  const lamp = top - height * 0.06;
  return [
    engraved("tower:beam", `M${x} ${lamp}L${x - 5 * height} ${lamp - 0.5 * height}L${x - 5 * height} ${y}Z`, null, 0, {
      fill: palette.ember,
      opacity: 0.3 * lit,
    }),
    engraved("tower", `M${x - foot} ${y}L${x - waist} ${top}L${x + waist} ${top}L${x + foot} ${y}Z`, palette.ink, 1.4, {
      fill: palette.ground,
    }),
    engraved("tower:lamp", `M${x - waist} ${top}L${x} ${top - height * 0.14}L${x + waist} ${top}Z`, palette.ink, 1.4, {
      fill: lit > 0.5 ? palette.ember : palette.ground,
    }),
  ];
}
