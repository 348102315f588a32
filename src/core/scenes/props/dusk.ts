import { range } from "d3-array";
import { mixRgb, parseHex, type Rgb } from "../../lib/color.ts";
import type { Box, Palette, Point, Shape } from "../../model/picture.ts";
import { pathMark, rectMark } from "../../picture/marks.ts";
import { circlePath } from "../../picture/path.ts";

const BLACK = parseHex("#080607");
const LAMP = parseHex("#ffecbe");

const BANDS = 7;
const HALOS = [
  { reach: 4.6, opacity: 0.1 },
  { reach: 2.9, opacity: 0.16 },
  { reach: 1.8, opacity: 0.26 },
] as const;

/** Returns the tone of a silhouette: `depth` 0 is the dusk itself, 1 the nearest black. */
export function silhouetteTone({ background }: Palette, depth: number): Rgb {
  return mixRgb(background, BLACK, depth);
}

/** Returns the colour of a lit lamp, the paler the brighter (0–1). */
export function lampLight({ ember }: Palette, bright: number): Rgb {
  return mixRgb(ember, LAMP, bright);
}

/** Draws a sky at dusk over the box, in bands from the background itself to a glow at y = `horizon`. */
export function duskSky(key: string, box: Box, horizon: number, { background, ember }: Palette): readonly Shape[] {
  return range(BANDS).map((band) => {
    const top = ((horizon - box.y) * band) / BANDS;
    return rectMark({
      key: `${key}:sky:${band}`,
      layer: "back",
      x: box.x,
      y: box.y + top,
      width: box.width,
      height: box.height - top,
      fill: mixRgb(background, ember, 0.45 * (band / (BANDS - 1)) ** 1.6),
      strokeWidth: 0,
    });
  });
}

export function lamp(key: string, at: Point, r: number, palette: Palette): readonly Shape[] {
  return [
    ...HALOS.map(({ reach, opacity }, k) =>
      pathMark({
        key: `${key}:halo:${k}`,
        d: circlePath(at, r * reach),
        fill: lampLight(palette, 0.2),
        strokeWidth: 0,
        opacity,
      }),
    ),
    pathMark({ key: `${key}:lit`, d: circlePath(at, r), fill: lampLight(palette, 0.7), strokeWidth: 0 }),
  ];
}
