import { mixRgb } from "../../lib/color.ts";
import { clamp, lerp, linearStep } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Box, Grain, PathMark, SceneContext, Size } from "../../model/picture.ts";
import { grainRadius, jitteredRadius, mapGrains } from "../../picture/grains.ts";
import { boxCenter } from "../../picture/header.ts";
import { seamLayout } from "./seam.ts";
import { type Land, type Lie, seamTop, toLand, WIDE_STAGE } from "./strata.ts";

/** The earth of the cover: the horizon low enough for the title to stand in the sky, the seam just above the stage's foot. */
export function coverLand(size: Size): Land {
  const share = size.width > size.height ? 0.54 : size.height < 420 ? 0.63 : 0.6;
  const foot = size.width < WIDE_STAGE ? 0.985 : 0.93;
  return { horizon: size.height * share, seam: foot - 0.14 - share, thickness: 0.14, level: 0 };
}

/** Where the headframe stands and the shaft goes down, x in px. */
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

/** The full seam of a land: every grain an ember, a few of them glinting; where the earth runs on beside the stage, the lamplight ends before the stage does. Shared by the first pictures. */
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

/** Four-rayed sparks on the grains that glint most. */
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

/** The earth seen from below: a seam `thickness` of the stage high, its middle `low` of a box under that box's own, the horizon far above the stage. */
export function seamLand(size: Size, box: Box, thickness = 0.24, low = 0.19): Land {
  const [, middle] = boxCenter(box);
  const seam = 0.86;
  return { horizon: middle + box.height * low - (seam + thickness / 2) * size.height, seam, thickness, level: 0 };
}

/** The earth on its way from `a` to `b`. */
export function mixLand(a: Land, b: Land, k: number): Land {
  return {
    horizon: lerp(a.horizon, b.horizon, k),
    seam: lerp(a.seam, b.seam, k),
    thickness: lerp(a.thickness, b.thickness, k),
    level: lerp(a.level, b.level, k),
  };
}

/** When each grain goes hollow, 0–1 of the act; those past 1 keep their ember: mining had not ended. */
export const GOES: readonly number[] = (() => {
  const random = seededRandom("depletion");
  return mapGrains(() => random() * 1.12);
})();

/** The worked seam at `act` 0–1 of its depletion, grain by grain. */
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
