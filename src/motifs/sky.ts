import { mixRgb, rgb } from "../picture/colour.ts";
import { blend } from "../picture/ease.ts";
import type { Rect, Size } from "../picture/model.ts";

const ZENITH = rgb("#14110f");
const DUSK = rgb("#4a2a1c");
const BANDS = 9;

/** A dusk sky in printed bands from the stage's top (and the screen's, above it) down to the horizon (y, px). */
export function sky(horizon: number, size: Size): readonly Rect[] {
  const top = Math.min(-size.height * 0.2, horizon - size.height);
  return Array.from({ length: BANDS }, (_, k) => {
    const from = blend(top, horizon, (k / BANDS) ** 0.7);
    return {
      kind: "rect", key: `sky:${k}`, layer: "back", opacity: 1, x: -1.2 * size.width, y: from, width: 3.2 * size.width,
      height: horizon + size.height * 0.08 - from, fill: mixRgb(ZENITH, DUSK, (k / (BANDS - 1)) ** 2.2), stroke: null, strokeWidth: 0,
    };
  });
}
