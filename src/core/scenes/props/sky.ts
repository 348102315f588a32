import { mixRgb, parseHex, type Rgb } from "../../lib/color.ts";
import { lerp } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Palette, PathMark, Shape, Size } from "../../model/picture.ts";
import { onPaper } from "../../picture/palette.ts";

const ZENITH = parseHex("#14110f");
const DUSK = parseHex("#54301d");
const GLOW = parseHex("#8a4a26");
const BANDS = 11;

const CUTS: readonly (readonly [height: number, x: number, length: number])[] = (() => {
  const random = seededRandom("sky");
  return Array.from({ length: 90 }, () => [random() ** 1.7, random(), random()] as const);
})();

/**
 * Draws a dusk sky in printed bands down to the horizon (y, px), with a glow. It begins above the stage to fill the
 * screen too; a light background gets the paper's colours.
 */
export function sky(horizon: number, size: Size, palette: Palette): readonly Shape[] {
  const paper = onPaper(palette);
  const zenith = paper ? palette.background : ZENITH;
  const dusk = paper ? mixRgb(palette.layer, palette.ember, 0.3) : DUSK;
  const top = Math.min(-size.height * 0.2, horizon - size.height);
  const left = -1.2 * size.width;
  const width = 3.2 * size.width;
  const foot = horizon + size.height * 0.08;
  return [
    ...Array.from({ length: BANDS }, (_, k): Shape => {
      const y = lerp(top, horizon, (k / BANDS) ** 0.7);
      const swell = size.height * 0.011 * Math.cos(k * 2.3);
      const edge = Array.from({ length: 13 }, (_, n) => {
        const rise = size.height * 0.007 * Math.sin(n * 2.1 + k * 1.3);
        return `T${Math.round(left + ((n + 2) * width) / 14)} ${Math.round(y + rise)}`;
      });
      return {
        kind: "path",
        key: `sky:${k}`,
        layer: "back",
        opacity: 1,
        d: `M${left} ${foot}L${left} ${y}Q${left + width / 28} ${y + swell} ${left + width / 14} ${y}${edge.join("")}L${left + width} ${foot}Z`,
        fill: mixRgb(zenith, dusk, (k / (BANDS - 1)) ** 2.2),
        stroke: null,
        strokeWidth: 0,
      };
    }),
    glow(horizon, size, paper ? palette.ember : GLOW, 0.55),
  ];
}

/**
 * Draws the glow over a horizon (y, px): horizontal strokes that thin out upwards. The key and the strokes are the same
 * in every scene.
 */
export function glow(horizon: number, size: Size, stroke: Rgb, opacity: number): PathMark {
  const [left, width] = [-1.2 * size.width, 3.2 * size.width];
  const d = CUTS.map(([height, x, length]) => {
    const y = horizon - height * size.height * 0.36;
    const from = left + x * width;
    return `M${from} ${y}L${from + (0.04 + 0.3 * length) * size.width * (1 - 0.6 * height)} ${y}`;
  }).join("");
  return {
    kind: "path",
    key: "sky:cuts",
    texture: true,
    layer: "back",
    opacity,
    d,
    fill: null,
    stroke,
    strokeWidth: 0.9,
  };
}
