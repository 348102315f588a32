import { mixRgb } from "../../lib/color.ts";
import type { Palette, Point, Shape } from "../../model/picture.ts";
import { pathMark } from "../../picture/marks.ts";
import { circlePath, pathData, type Path } from "../../picture/path.ts";

/** Radius of the glass, in radii of a lamp. */
export const GLASS = 0.8;

function traceBody(path: Path, { x, y }: Point, r: number): void {
  path.moveTo(x - r, y - r * 1.05);
  path.arc(x, y - r * 1.05, r, Math.PI, 0);
  path.closePath();
  path.rect(x - r * 1.02, y + r * 1.05, r * 2.04, r * 0.5);
}

function traceWires(path: Path, { x, y }: Point, r: number): void {
  for (const side of [-0.95, 0.95]) {
    path.moveTo(x + r * side, y - r * 1.05);
    path.lineTo(x + r * side, y + r * 1.05);
  }
  path.moveTo(x, y - r * 2);
  path.lineTo(x, y - r * 2.5);
}

/** Draws miners' lamps of radius `r` round their grains: cap, base, glass and wires; they hang by a hook. */
export function lampBodies(key: string, places: readonly Point[], r: number, palette: Palette): readonly Shape[] {
  const metal = mixRgb(palette.background, palette.muted, 0.72);
  return [
    pathMark({
      key: `${key}:bodies`,
      layer: "back",
      d: pathData((path) => places.forEach((place) => traceBody(path, place, r))),
      fill: metal,
      strokeWidth: 0,
    }),
    pathMark({
      key: `${key}:wires`,
      layer: "back",
      d: [
        pathData((path) => places.forEach((place) => traceWires(path, place, r))),
        ...places.map((place) => circlePath(place, r * GLASS)),
      ].join(""),
      stroke: metal,
      strokeWidth: Math.max(0.9, r * 0.14),
    }),
  ];
}

/** Draws light round lamps, in steps. */
export function lampGlow(
  key: string,
  places: readonly Point[],
  reaches: readonly number[],
  opacity: number,
  { ember }: Palette,
): readonly Shape[] {
  return reaches.map((reach, k) =>
    pathMark({
      key: `${key}:glow:${k}`,
      layer: "back",
      d: places.map((place) => circlePath(place, reach)).join(""),
      fill: ember,
      strokeWidth: 0,
      opacity,
    }),
  );
}
