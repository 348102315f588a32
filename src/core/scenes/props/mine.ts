import { mixRgb } from "../../lib/color.ts";
import { clamp, lerp, linearStep } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Box, Grain, PathMark, SceneContext, Size } from "../../model/picture.ts";
import { grainRadius, jitteredRadius, mapGrains } from "../../picture/grains.ts";
import { boxCenter } from "../../picture/header.ts";
import { seamLayout } from "./seam.ts";
import { type Land, type Lie, seamTop, toLand, WIDE_STAGE } from "./strata.ts";

/** Returns the cover's land: its horizon leaves the sky to the title, its seam lies just above the stage's foot. */
export function coverLand(size: Size): Land {
  const share = size.width > size.height ? 0.54 : size.height < 420 ? 0.63 : 0.6;
  const foot = size.width < WIDE_STAGE ? 0.985 : 0.93;
  return { horizon: size.height * share, seam: foot - 0.14 - share, thickness: 0.14, level: 0 };
}

export function headframeX(size: Size): number {
  return size.width * 0.79;
}

export function headframeHeight(size: Size): number {
  return Math.min(size.height * 0.27, size.width * 0.34);
}

const GLINT: readonly number[] = (() => {
  const random = seededRandom("glint");
  return mapGrains(() => random());
})();

/**
 * Returns the grains of the full seam, a few of them glinting. On a wide stage they fade out to the left, because the
 * earth continues past that side.
 */
export function seamGrains({ size, palette }: SceneContext, lie: Lie): readonly Grain[] {
  const land = toLand(lie);
  const places = seamLayout(size.width * 0.015, size.width * 0.97, land.thickness * size.height, (x) =>
    seamTop(x, land, size),
  );
  const r = grainRadius(size) * 0.92 * clamp(Math.sqrt(land.thickness / 0.16), 1, 1.6);
  const dim = mixRgb(palette.background, palette.ember, 0.5);
  return mapGrains((index) => {
    const { x, y } = places[index] ?? { x: 0, y: 0 };
    const glint = GLINT[index] ?? 0;
    return {
      x,
      y,
      r: jitteredRadius(index, r),
      fill: mixRgb(dim, palette.ember, glint > 0.8 ? 1 : glint * 0.7),
      opacity: size.width < WIDE_STAGE ? 1 : linearStep(x / size.width, -0.06, 0.28),
      hollow: 0,
    };
  });
}

export function sparkles(grains: readonly Grain[], { palette, size }: SceneContext, opacity: number): PathMark {
  const d = grains.flatMap(({ x, y }, index) => {
    if ((GLINT[index] ?? 0) < 0.955) return [];
    const l = grainRadius(size) * 2.6;
    const w = l * 0.09;
    return [
      `M${x} ${y - l}L${x + w} ${y - w}L${x + l} ${y}L${x + w} ${y + w}L${x} ${y + l}L${x - w} ${y + w}L${x - l} ${y}L${x - w} ${y - w}Z`,
    ];
  });
  return {
    kind: "path",
    key: "seam:glint",
    opacity,
    d: d.join(""),
    fill: mixRgb(palette.ember, palette.ink, 0.7),
    stroke: null,
    strokeWidth: 0,
  };
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

/**
 * Moment at which each grain goes hollow, 0–1 of the depletion. Grains past 1 never do, because mining had not ended.
 */
export const GOES: readonly number[] = (() => {
  const random = seededRandom("depletion");
  return mapGrains(() => random() * 1.12);
})();

export function workedSeam(at: SceneContext, land: Lie, act: number): readonly Grain[] {
  return seamGrains(at, land).map((grain, index) => {
    const moment = GOES[index] ?? 2;
    const gone = moment > 1 ? 0 : linearStep(act, moment * 0.94, moment * 0.94 + 0.06);
    return {
      ...grain,
      opacity: moment > 1 ? 1 : grain.opacity,
      hollow: gone,
      fill: mixRgb(
        moment > 1 ? at.palette.ember : grain.fill,
        mixRgb(at.palette.background, at.palette.muted, 0.55),
        gone,
      ),
    };
  });
}
