import type { BasePalette, Shape, Size } from "../../../src/core/model/picture.ts";
import { pathMark } from "../../../src/core/picture/old-marks.ts";

/** The sea from its surface (y, px) down; it runs on beyond the stage, which a wide page shows. */
export function sea(y: number, size: Size, palette: BasePalette): readonly Shape[] {
  const [left, right, foot] = [-1.2 * size.width, 2.2 * size.width, y + 3 * size.height];
  return [
    pathMark("sea", `M${left} ${y}L${right} ${y}L${right} ${foot}L${left} ${foot}Z`, null, 0, { fill: palette.layer }),
    pathMark("sea:surface", `M${left} ${y}L${right} ${y}`, palette.muted, 1.2),
  ];
}

/**
 * A tower `height` px high with its foot at (x, y), and the light from its top, `lit` 0–1. It stands before the grains: what lies behind them
 * on a cover is drawn a second time below the stage.
 */
export function tower(x: number, y: number, height: number, lit: number, palette: BasePalette): readonly Shape[] {
  const [foot, waist, top] = [height * 0.13, height * 0.08, y - height * 0.84];
  const [lamp, far] = [top - height * 0.06, x - 14 * height];
  const walls = `M${x - foot} ${y}L${x - waist} ${top}L${x + waist} ${top}L${x + foot} ${y}Z`;
  const roof = `M${x - waist} ${top}L${x} ${y - height}L${x + waist} ${top}Z`;
  const front = { layer: "front" } as const;
  const beam = `M${x} ${lamp}L${far} ${lamp + 0.3 * height}L${far} ${y}Z`;
  return [
    pathMark("tower:beam", beam, null, 0, { ...front, fill: palette.ember, opacity: 0.3 * lit }),
    pathMark("tower", walls, palette.ink, 1.4, { ...front, fill: palette.layer }),
    pathMark("tower:lamp", roof, palette.ink, 1.4, { ...front, fill: lit > 0.5 ? palette.ember : palette.background }),
  ];
}
