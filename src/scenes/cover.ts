import { strip } from "../formations/strip.ts";
import { headframe, shaft } from "../motifs/headframe.ts";
import { sky } from "../motifs/sky.ts";
import { type Land, landOf, type Lie, seamTop, strata, surface, WIDE } from "../motifs/strata.ts";
import { mixRgb } from "../picture/colour.ts";
import { clamp, span } from "../picture/ease.ts";
import { eachGrain } from "../picture/grains.ts";
import type { Grain, Moment, Path, Scene, Size } from "../picture/model.ts";
import { stream } from "../picture/random.ts";
import { grainRadius, sized } from "./grain.ts";

/** The earth of the cover: the horizon low enough for the title to stand in the sky, the seam just above the stage's foot. */
export function coverLand(size: Size): Land {
  const share = size.width > size.height ? 0.54 : size.height < 420 ? 0.63 : 0.6;
  const foot = size.width < WIDE ? 0.985 : 0.93;
  return { horizon: size.height * share, seam: foot - 0.14 - share, thickness: 0.14, level: 0 };
}

/** Where the headframe stands and the shaft goes down, x in px. */
export function shaftX(size: Size): number {
  return size.width * 0.79;
}

export function headframeHeight(size: Size): number {
  return Math.min(size.height * 0.27, size.width * 0.34);
}

const GLINT: readonly number[] = (() => {
  const random = stream("glint");
  return eachGrain(() => random());
})();

/** The full seam of a land: every grain an ember, a few of them glinting; where the earth runs on beside the stage, the lamplight ends before the stage does. Shared by the first pictures. */
export function seamGrains({ size, palette }: Moment, lie: Lie): readonly Grain[] {
  const land = landOf(lie);
  const places = strip(size.width * 0.015, size.width * 0.97, land.thickness * size.height, (x) =>
    seamTop(x, land, size),
  );
  const r = grainRadius(size) * 0.92 * clamp(Math.sqrt(land.thickness / 0.16), 1, 1.6);
  const dim = mixRgb(palette.ground, palette.ember, 0.5);
  return eachGrain((index) => {
    const { x, y } = places[index] ?? { x: 0, y: 0 };
    const glint = GLINT[index] ?? 0;
    return {
      x,
      y,
      r: sized(index, r),
      fill: mixRgb(dim, palette.ember, glint > 0.8 ? 1 : glint * 0.7),
      opacity: size.width < WIDE ? 1 : span(x / size.width, -0.06, 0.28),
      hollow: 0,
    };
  });
}

/** Four-rayed sparks on the grains that glint most. */
export function glints(grains: readonly Grain[], { palette, size }: Moment, opacity: number): Path {
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
    width: 0,
  };
}

export const cover: Scene = {
  words: [],
  ground: () => 0,
  draw(at) {
    const { size, palette } = at;
    const land = coverLand(size);
    const x = shaftX(size);
    const grains = seamGrains(at, land);
    return {
      grains,
      shapes: [
        ...sky(land.horizon, size, palette),
        ...headframe(x, surface(x, land, size) + 2, headframeHeight(size), palette),
        ...strata(land, size, palette),
        ...shaft(x, surface(x, land, size), seamTop(x, land, size), headframeHeight(size), 0, palette),
        glints(grains, at, 0.95),
      ],
    };
  },
};
