import { range } from "d3-array";
import { lerp } from "../../../lib/math.ts";
import { seededRandom } from "../../../lib/random.ts";
import type { Palette, Shape } from "../../../model/picture.ts";
import { pathMark } from "../../../picture/marks.ts";
import { polyline, segments } from "../../../picture/path.ts";

const TEETH = 25;

const JAGS = (() => {
  const random = seededRandom("fault");
  return range(TEETH + 1).map((k) => (k % 2 === 0 ? -1 : 1) * (0.45 + 0.55 * random()));
})();

/** Draws a crack down from `top` to `foot`, `width` px wide, with splinters beside its teeth. */
export function fault(
  key: string,
  x: number,
  [top, foot]: readonly [top: number, foot: number],
  width: number,
  palette: Palette,
): readonly Shape[] {
  const teeth = JAGS.map((jag, k) => ({ x: x + (jag * width) / 2, y: lerp(top, foot, k / TEETH) }));
  const splinters = teeth
    .filter((_, k) => k % 3 === 1)
    .map(({ x: tip, y }) => {
      const away = Math.sign(tip - x) * width * 0.4;
      return [
        { x: tip + away * 0.5, y: y + 1.5 },
        { x: tip + away * 1.6, y: y - 2.5 },
      ] as const;
    });
  return [
    pathMark({ key, layer: "back", d: polyline(teeth), stroke: palette.red, strokeWidth: 1.8 }),
    pathMark({
      key: `${key}:splinters`,
      layer: "back",
      d: segments(splinters),
      stroke: palette.red,
      strokeWidth: 1,
      opacity: 0.75,
    }),
  ];
}
