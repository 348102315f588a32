import { range } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import { lerp } from "../../lib/math.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Palette, PathMark, Point, Size } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { polygon } from "../../picture/path.ts";
import { type Land, seamBand } from "../props/strata.ts";

export const PIT_PROPS = 13;

const LEANS = (() => {
  const random = seededRandom("props");
  return range(PIT_PROPS).map(() => ({ aside: random() - 0.5, tilt: random() - 0.5 }));
})();

function outlinePost(foot: Point, roof: number, half: number, lean: number, raised: number): readonly Point[] {
  const x = foot.x + lean;
  const y = lerp(foot.y, roof + half * 3.2, raised);
  const cap = half * 5 * raised;
  return [
    { x: foot.x - half, y: foot.y },
    { x: x - half, y },
    { x: x - cap, y },
    { x: x - cap, y: y - half * 1.6 },
    { x: x + cap, y: y - half * 1.6 },
    { x: x + cap, y },
    { x: x + half, y },
    { x: foot.x + half, y: foot.y },
  ];
}

/** Draws the pit props under the roof; `raised(k)` is prop `k`'s share of its height, 0–1. */
export function pitProps(land: Land, size: Size, palette: Palette, raised: (k: number) => number): PathMark {
  const half = Math.max(1.1, size.height * 0.0028);
  return pathMark({
    key: "seam:props",
    layer: "back",
    opacity: raised(0) > 0 ? 1 : 0,
    d: LEANS.map(({ aside, tilt }, k) => {
      const x = ((k + 0.5 + 0.5 * aside) / PIT_PROPS) * size.width;
      const [roof, floor] = seamBand(x, land, size);
      return polygon(outlinePost({ x, y: floor }, roof, half, tilt * half * 5, raised(k)));
    }).join(""),
    fill: mixRgb(palette.background, palette.layer, 0.9),
    stroke: mixRgb(palette.layer, palette.ink, 0.22),
    strokeWidth: 0.8,
  });
}
