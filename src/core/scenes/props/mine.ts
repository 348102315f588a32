import { mixRgb } from "../../lib/color.ts";
import { clamp, lerp, linearStep } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Box, Drawing, Grain, PathMark, SceneContext, Size } from "../../model/picture.ts";
import { grainRadius, jitteredRadius, mapGrains } from "../../picture/grains.ts";
import { boxCenter } from "../../picture/header.ts";
import { pathMark } from "../../picture/marks.ts";
import { pathData, traceLines } from "../../picture/path.ts";
import { headframe, mineShaft } from "./headframe.ts";
import { seamLayout } from "./seam.ts";
import { sky } from "./sky.ts";
import { type Land, seamTop, strata, surfaceY, WIDE_STAGE } from "./strata.ts";

/**
 * Returns the cover's land: its horizon leaves the sky to a title of two lines beside the headframe, its seam lies just
 * above the stage's foot.
 */
export function coverLand(size: Size): Land {
  const share = size.width > size.height ? 0.54 : 0.66;
  const foot = size.width < WIDE_STAGE ? 0.995 : 0.95;
  return { horizon: size.height * share, seam: foot - 0.14 - share, thickness: 0.14, level: 0 };
}

/**
 * Returns a land seen from within. Its seam's middle lies `low` box heights under the box's centre, its thickness is a
 * share of the stage's height.
 */
export function seamLand(size: Size, box: Box, thickness = 0.24, low = 0.19): Land {
  const [, middle] = boxCenter(box);
  const seam = 0.86;
  return { horizon: middle + box.height * low - (seam + thickness / 2) * size.height, seam, thickness, level: 0 };
}

export function mixLand(a: Land, b: Land, k: number): Land {
  return {
    horizon: lerp(a.horizon, b.horizon, k),
    seam: lerp(a.seam, b.seam, k),
    thickness: lerp(a.thickness, b.thickness, k),
    level: lerp(a.level, b.level, k),
  };
}

export function headframeX(size: Size): number {
  return size.width * 0.79;
}

export function headframeHeight(size: Size): number {
  return Math.min(size.height * 0.3, size.width * 0.42);
}

interface Shaft {
  readonly x: number;
  readonly mouth: number;
  readonly bottom: number;
  readonly height: number;
}

export function placeShaft(land: Land, size: Size): Shaft {
  const x = headframeX(size);
  return { x, mouth: surfaceY(x, land, size), bottom: seamTop(x, land, size), height: headframeHeight(size) };
}

export function placeSeam(size: Size, land: Land): readonly Pick<Grain, "x" | "y" | "r">[] {
  const r = grainRadius(size) * 0.92 * clamp(Math.sqrt(land.thickness / 0.16), 1, 1.6);
  return seamLayout(size.width * 0.015, size.width * 0.97, land.thickness * size.height, (x) =>
    seamTop(x, land, size),
  ).map(({ x, y }, index) => ({ x, y, r: jitteredRadius(index, r) }));
}

const GLINTS: readonly number[] = (() => {
  const random = seededRandom("glint");
  return mapGrains(() => random());
})();

const [BRIGHT, SPARKLING] = [0.8, 0.955];

/** Shades of a seam's grains: with more of them the renderer would round the colours, and tint them. */
const SHADES = 6;

/**
 * Returns the grains of the full seam, a few of them glinting. On a wide stage they fade out to the left, because the
 * earth continues past that side.
 */
export function seamGrains({ size, palette }: SceneContext, land: Land): readonly Grain[] {
  const dim = mixRgb(palette.background, palette.ember, 0.5);
  return placeSeam(size, land).map(({ x, y, r }, index) => {
    const glint = GLINTS[index] ?? 0;
    return {
      x,
      y,
      r,
      fill: mixRgb(dim, palette.ember, glint > BRIGHT ? 1 : (Math.round(glint * SHADES) / SHADES) * 0.7),
      opacity: size.width < WIDE_STAGE ? 1 : linearStep(x / size.width, -0.06, 0.28),
      hollow: 0,
    };
  });
}

function sparkles(grains: readonly Grain[], { palette, size }: SceneContext): PathMark {
  const long = grainRadius(size) * 2.6;
  const short = long * 0.09;
  return pathMark({
    key: "seam:glint",
    opacity: 0.95,
    d: pathData((path) => {
      for (const { x, y } of grains.filter((_, index) => (GLINTS[index] ?? 0) >= SPARKLING)) {
        traceLines(path, [
          { x, y: y - long },
          { x: x + short, y: y - short },
          { x: x + long, y },
          { x: x + short, y: y + short },
          { x, y: y + long },
          { x: x - short, y: y + short },
          { x: x - long, y },
          { x: x - short, y: y - short },
        ]);
        path.closePath();
      }
    }),
    fill: mixRgb(palette.ember, palette.ink, 0.7),
  });
}

export function drawMine(at: SceneContext, land: Land, sunk: number, opacity: number): Drawing {
  const { size, palette } = at;
  const { x, mouth, bottom, height } = placeShaft(land, size);
  const grains = seamGrains(at, land);
  return {
    grains,
    shapes: [
      ...sky(land.horizon, size, palette),
      ...headframe(x, mouth + 2, height, palette, opacity),
      ...strata(land, size, palette),
      ...mineShaft(x, mouth, bottom, height, sunk, palette),
      sparkles(grains, at),
    ],
  };
}

/** Moment of each grain's turn to be mined; grains past 1 are never mined, because mining had not ended. */
const TURNS: readonly number[] = (() => {
  const random = seededRandom("depletion");
  return mapGrains(() => random() * 1.12);
})();

const HOLLOWING = 0.06;

function turnOf(index: number): number {
  return TURNS[index] ?? 2;
}

function staysLit(index: number): boolean {
  return turnOf(index) > 1;
}

export function workedSeam(at: SceneContext, land: Land, worked: number): readonly Grain[] {
  const { background, ember, muted } = at.palette;
  const spent = mixRgb(background, muted, 0.55);
  return seamGrains(at, land).map(({ x, y, r, fill, opacity }, index) => {
    if (staysLit(index)) return { x, y, r, fill: ember, opacity: 1, hollow: 0 };
    const from = turnOf(index) * (1 - HOLLOWING);
    const hollow = linearStep(worked, from, from + HOLLOWING);
    return { x, y, r, fill: mixRgb(fill, spent, hollow), opacity, hollow };
  });
}
