import { range } from "d3-array";
import { mixRgb, parseHex, type Rgb } from "../../lib/color.ts";
import { lerp } from "../../lib/math.ts";
import { memoizeByKey } from "../../lib/memoize.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Palette, PathMark, Shape, Size } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { onPaper } from "../../picture/palette.ts";
import { type Path, pathData, segments } from "../../picture/path.ts";

const ZENITH = parseHex("#14110f");
const DUSK = parseHex("#54301d");
const GLOW = parseHex("#8a4a26");

const BANDS = 11;
const WAVES = 14;

/** Left end and width of the sky, in widths of the stage: it fills the screen beside the stage, too. */
const [LEFT, WIDTH] = [-1.2, 3.2];

const STROKES = (() => {
  const random = seededRandom("sky");
  return range(90).map(() => ({ rise: random() ** 1.7, x: random(), length: random() }));
})();

/** Path data of the bands, with the horizon at y = 0: the sky only moves, which keeps frames cheap. */
const bandPaths = memoizeByKey(
  (width: number, height: number): readonly string[] =>
    range(BANDS).map((band) => {
      const top = lerp(-height, 0, (band / BANDS) ** 0.7);
      return pathData((path) => {
        path.moveTo(LEFT * width, height * 0.08);
        path.lineTo(LEFT * width, Math.round(top));
        traceWaves(path, band, top, { width, height });
        path.lineTo((LEFT + WIDTH) * width, height * 0.08);
        path.closePath();
      });
    }),
  4,
);

/** Adds a band's wavy upper edge near y = `top`, in whole px, since the first page carries these numbers. */
function traceWaves(path: Path, band: number, top: number, { width, height }: Size): void {
  let control = top + height * 0.011 * Math.cos(band * 2.3);
  for (const k of range(WAVES)) {
    const x = (place: number): number => Math.round((LEFT + (WIDTH * (k + place)) / WAVES) * width);
    const end = k === 0 ? top : top + height * 0.007 * Math.sin((k - 1) * 2.1 + band * 1.3);
    path.quadraticCurveTo(x(0.5), Math.round(control), x(1), Math.round(end));
    // The next control point lies opposite this one, so that the edge is smooth where two waves meet.
    control = 2 * end - control;
  }
}

export function sky(horizon: number, size: Size, palette: Palette): readonly Shape[] {
  const paper = onPaper(palette);
  const zenith = paper ? palette.background : ZENITH;
  const dusk = paper ? mixRgb(palette.layer, palette.ember, 0.3) : DUSK;
  return [
    ...bandPaths(size.width, size.height).map((d, band) =>
      pathMark({
        key: `sky:${band}`,
        layer: "back",
        d,
        translate: [0, horizon],
        fill: mixRgb(zenith, dusk, (band / (BANDS - 1)) ** 2.2),
      }),
    ),
    glow(horizon, size, paper ? palette.ember : GLOW, 0.55),
  ];
}

const strokePath = memoizeByKey(
  (width: number, height: number): string =>
    segments(
      STROKES.map(({ rise, x, length }) => {
        const from = { x: (LEFT + WIDTH * x) * width, y: -rise * height * 0.36 };
        return [from, { ...from, x: from.x + (0.04 + 0.3 * length) * width * (1 - 0.6 * rise) }];
      }),
    ),
  4,
);

export function glow(horizon: number, size: Size, stroke: Rgb, opacity: number): PathMark {
  return pathMark({
    key: "sky:cuts",
    texture: true,
    layer: "back",
    opacity,
    d: strokePath(size.width, size.height),
    translate: [0, horizon],
    stroke,
    strokeWidth: 0.9,
  });
}
