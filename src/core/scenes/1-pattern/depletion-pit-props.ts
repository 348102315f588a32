import { mixRgb } from "../../lib/color.ts";
import { seededRandom } from "../../lib/random.ts";
import type { Palette, PathMark, Size } from "../../model/picture.ts";
import { type Land, seamBand } from "../props/strata.ts";

const COUNT = 13;

const LEAN: readonly (readonly [aside: number, tilt: number])[] = (() => {
  const random = seededRandom("props");
  return Array.from({ length: COUNT }, () => [random() - 0.5, random() - 0.5] as const);
})();

/**
 * Draws the pit props that hold up the worked seam's roof. They are set one by one from the left; `set` is the share
 * that stands, 0–1.
 */
export function pitProps(land: Land, size: Size, colours: Palette, set: number): readonly PathMark[] {
  const half = Math.max(1.1, size.height * 0.0028);
  const d = LEAN.map(([aside, tilt], k) => {
    const share = Math.min(1, Math.max(0, set * COUNT - k));
    const x = ((k + 0.5 + 0.5 * aside) / COUNT) * size.width;
    const [roof, floor] = seamBand(x, land, size);
    const top = floor + (roof + half * 3.2 - floor) * share;
    const lean = tilt * half * 5;
    const cap = half * 5 * share;
    return `M${x - half} ${floor}L${x + lean - half} ${top}L${x + lean - cap} ${top}L${x + lean - cap} ${top - half * 1.6}L${x + lean + cap} ${top - half * 1.6}L${x + lean + cap} ${top}L${x + lean + half} ${top}L${x + half} ${floor}Z`;
  });
  return [
    {
      kind: "path",
      key: "seam:props",
      layer: "back",
      opacity: set > 0 ? 1 : 0,
      d: d.join(""),
      fill: mixRgb(colours.background, colours.layer, 0.9),
      stroke: mixRgb(colours.layer, colours.ink, 0.22),
      strokeWidth: 0.8,
    },
  ];
}
