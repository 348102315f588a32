import { range, sum } from "d3-array";
import { seededRandom } from "../../lib/random.ts";
import type { Palette, Shape } from "../../model/picture.ts";
import { mapGrains } from "../../picture/grains.ts";
import { ruleMark } from "../../picture/marks.ts";
import { GRAIN, type Layout } from "./growth-context-layout.ts";

/** Places of the fog about its middle, in standard deviations: normal by the sum of three chances. */
export const WISPS = (() => {
  const random = seededRandom("fog");
  const normal = (): number => 2 * (random() + random() + random() - 1.5);
  return mapGrains(() => ({ x: normal(), y: normal(), r: random(), drift: random() - 0.5 }));
})();

const MIST_STROKES = 21;

/** Strokes of mist, longest at the estimate's height and shorter away from it. */
const MIST = (() => {
  const random = seededRandom("mist");
  return range(MIST_STROKES).map((k) => {
    const up = (k - (MIST_STROKES - 1) / 2) / (MIST_STROKES / 2);
    const long = Math.exp(-2.2 * up * up) * (0.55 + 0.6 * random());
    return { up, from: -long + 0.5 * (random() - 0.5), to: long + 0.5 * (random() - 0.5) };
  });
})();

export function drawMist({ box, border, fog, pitch }: Layout, opacity: number, palette: Palette): readonly Shape[] {
  const right = box.x + box.width;
  return MIST.map(({ up, from, to }, k) => {
    const y = fog.y + up * fog.deep * 3;
    return ruleMark({
      key: `context:mist:${k}`,
      layer: "back",
      x1: Math.max(border + pitch * 0.3, fog.x + from * fog.across * 1.35),
      y1: y,
      x2: Math.min(right, fog.x + to * fog.across * 1.35),
      y2: y,
      stroke: palette.ink,
      strokeWidth: Math.max(0.8, pitch * 0.07),
      opacity: opacity * (0.1 + 0.16 * Math.exp(-4 * up * up)),
    });
  });
}

/** The fog's ink adds up to its value, a tenth of a per cent for a whole grain, though no grain of it is whole. */
export function fogInk(value: number, wisps: readonly number[]): readonly number[] {
  const weights = wisps.map((index) => {
    const { x = 0, y = 0 } = WISPS[index] ?? {};
    return 0.25 + Math.exp(-(x * x + y * y) / 2);
  });
  const whole = value / GRAIN / sum(weights);
  return weights.map((weight) => weight * whole);
}
