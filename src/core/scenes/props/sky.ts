import { range } from "d3-array";
import { mixRgb, parseHex, type Rgb } from "../../lib/color.ts";
import { lerp } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Palette, PathMark, Shape, Size } from "../../model/picture.ts";
import { onPaper } from "../../picture/palette.ts";
import { pathData, segments } from "../../picture/path.ts";
import { pathMark } from "../../picture/marks.ts";

const ZENITH = parseHex("#14110f");
const DUSK = parseHex("#54301d");
const GLOW = parseHex("#8a4a26");

/** Printed bands of the sky, and waves along the edge of each. */
const BANDS = 11;
const WAVES = 14;

/** Left end and width of the sky, in widths of the stage: it fills the screen beside the stage, too. */
const [LEFT, WIDTH] = [-1.2, 3.2];

/** Strokes of the glow: height over the horizon, x and length, 0–1 each. */
const STROKES = (() => {
  const random = seededRandom("sky");
  return range(90).map(() => ({ height: random() ** 1.7, x: random(), length: random() }));
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
  return [
    ...range(BANDS).map((band) =>
      pathMark({
        key: `sky:${band}`,
        layer: "back",
        d: bandPath(band, lerp(top, horizon, (band / BANDS) ** 0.7), horizon + size.height * 0.08, size),
        fill: mixRgb(zenith, dusk, (band / (BANDS - 1)) ** 2.2),
      }),
    ),
    glow(horizon, size, paper ? palette.ember : GLOW, 0.55),
  ];
}

/** Returns the path data of a band with a wavy upper edge near `top`, px. */
function bandPath(band: number, top: number, bottom: number, size: Size): string {
  const left = LEFT * size.width;
  const wave = (WIDTH * size.width) / WAVES;
  return pathData((path) => {
    path.moveTo(left, bottom);
    path.lineTo(left, top);
    let y = top;
    let control = top + size.height * 0.011 * Math.cos(band * 2.3);
    for (const k of range(WAVES)) {
      const end = k === 0 ? top : top + size.height * 0.007 * Math.sin((k - 1) * 2.1 + band * 1.3);
      // A control point opposite the last one makes the edge smooth where two waves meet.
      if (k > 0) control = 2 * y - control;
      path.quadraticCurveTo(left + (k + 0.5) * wave, control, left + (k + 1) * wave, end);
      y = end;
    }
    path.lineTo(left + WAVES * wave, bottom);
    path.closePath();
  });
}

/**
 * Draws the glow over a horizon (y, px): horizontal strokes that thin out upwards. The key and the strokes are the same
 * in every scene.
 */
export function glow(horizon: number, size: Size, stroke: Rgb, opacity: number): PathMark {
  return pathMark({
    key: "sky:cuts",
    texture: true,
    layer: "back",
    opacity,
    d: segments(
      STROKES.map(({ height, x, length }) => {
        const from = { x: (LEFT + WIDTH * x) * size.width, y: horizon - height * size.height * 0.36 };
        return [from, { ...from, x: from.x + (0.04 + 0.3 * length) * size.width * (1 - 0.6 * height) }];
      }),
    ),
    stroke,
    strokeWidth: 0.9,
  });
}
