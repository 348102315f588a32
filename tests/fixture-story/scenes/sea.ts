import type { BasePalette, Shape, Size } from "../../../src/core/model/picture.ts";
import { pathMark, rectMark, ruleMark } from "../../../src/core/picture/marks.ts";
import { polygon } from "../../../src/core/picture/path.ts";

/** The sea from its surface (y, px) down; it runs on beyond the stage, which a wide page shows. */
export function sea(y: number, size: Size, palette: BasePalette): readonly Shape[] {
  const [left, right, depth] = [-1.2 * size.width, 2.2 * size.width, 3 * size.height];
  const water = { x: left, y, width: right - left, height: depth };
  return [
    rectMark({ key: "sea", layer: "back", ...water, fill: palette.layer }),
    ruleMark({ key: "sea:surface", layer: "back", x1: left, y1: y, x2: right, y2: y, stroke: palette.muted }),
  ];
}

/**
 * A tower `height` px high with its foot at (x, y), and the light from its top, `lit` 0–1. It stands before the grains: what lies behind them
 * on a cover is drawn a second time below the stage.
 */
export function tower(x: number, y: number, height: number, lit: number, palette: BasePalette): readonly Shape[] {
  const [foot, waist, top] = [height * 0.13, height * 0.08, y - height * 0.84];
  const [lamp, far] = [top - height * 0.06, x - 14 * height];
  const [left, right] = [
    { x: x - waist, y: top },
    { x: x + waist, y: top },
  ];
  const beam = polygon([
    { x, y: lamp },
    { x: far, y: lamp + 0.3 * height },
    { x: far, y },
  ]);
  const walls = polygon([{ x: x - foot, y }, left, right, { x: x + foot, y }]);
  const roof = polygon([left, { x, y: y - height }, right]);
  const line = { stroke: palette.ink, strokeWidth: 1.4 };
  return [
    pathMark({ key: "tower:beam", d: beam, fill: palette.ember, opacity: 0.3 * lit }),
    pathMark({ key: "tower", d: walls, fill: palette.layer, ...line }),
    pathMark({ key: "tower:lamp", d: roof, fill: lit > 0.5 ? palette.ember : palette.background, ...line }),
  ];
}
