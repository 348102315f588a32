import { range } from "d3-array";
import { mixRgb } from "../../lib/color.ts";
import type { Palette, PathMark, Point, Size } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { halfCircle, segments } from "../../picture/path.ts";

const RAYS = 45;
const CUTS = [0.86, 0.73, 0.61, 0.5, 0.4, 0.31, 0.23];

interface Sky {
  readonly size: Size;
  /** x of the sun. */
  readonly middle: number;
  /** Radius of the sun once it has risen. */
  readonly sun: number;
}

function raysPath({ x, y }: Point, disc: number, far: number): string {
  return segments(
    range(RAYS).map((k) => {
      const angle = Math.PI * (1 + (k + 0.5) / RAYS);
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      const [from, to] = k % 2 === 0 ? [disc * 1.25, disc + far] : [disc * 1.7, disc + far * 0.55];
      return [
        { x: x + from * cos, y: y + from * sin },
        { x: x + to * cos, y: y + to * sin },
      ] as const;
    }),
  );
}

/** Draws the sun, half over the horizon at `y`, and its rays. */
export function drawDaylight(
  { size, middle, sun }: Sky,
  y: number,
  risen: number,
  palette: Palette,
): readonly PathMark[] {
  if (risen === 0) return [];
  const disc = sun * risen;
  const arch = (share: number): string => halfCircle({ x: middle - disc * share, y }, { x: middle + disc * share, y });
  return [
    pathMark({
      key: "wings:rays",
      layer: "back",
      opacity: risen,
      stroke: mixRgb(palette.background, palette.line, 0.6),
      d: raysPath({ x: middle, y }, disc, Math.hypot(size.width, size.height) * risen),
    }),
    pathMark({
      key: "wings:disc",
      layer: "back",
      opacity: risen,
      fill: mixRgb(palette.background, palette.ember, 0.5),
      stroke: palette.ember,
      strokeWidth: 1.2,
      d: `${arch(1)}Z`,
    }),
    pathMark({
      key: "wings:disc:cut",
      layer: "back",
      opacity: risen,
      stroke: palette.background,
      strokeWidth: Math.max(0.8, disc * 0.022),
      d: CUTS.map(arch).join(""),
    }),
  ];
}
