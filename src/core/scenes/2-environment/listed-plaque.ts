import { mixRgb } from "../../lib/color.ts";
import type { Box, Palette, PathMark, Point } from "../../model/picture.ts";
import { pointsAlong } from "../../picture/layouts/along-line.ts";
import { pathMark } from "../../picture/marks.ts";
import { circlePath, hatchPath, polygon, polyline, segments } from "../../picture/path.ts";

/** Returns the corners of a box, clockwise from the top left. */
function cornersOf({ x, y, width, height }: Box): readonly [Point, Point, Point, Point] {
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

export function frameWidth({ height }: Box): number {
  return height * 0.105;
}

export function drawPlaque(
  key: string,
  box: Box,
  nail: Point,
  { background, ink: stroke, layer: wood, ember }: Palette,
): readonly PathMark[] {
  const { x, y, width, height } = box;
  const line = Math.max(1.1, height * 0.011);
  const shade = frameWidth(box) / 2;
  const field = inset(box, frameWidth(box));
  const [[a, b, c, d], [e, f, g, h]] = [cornersOf(box), cornersOf(field)];
  const cords = polyline([{ x: x + width * 0.2, y }, nail, { x: x + width * 0.8, y }]);
  const shadows = [
    { x: x + width, y: y + shade, width: shade, height },
    { x: x + shade, y: y + height, width, height: shade },
  ].map((shadow) => hatchPath(shadow, line * 2.4));
  const mitres = segments([
    [a, e],
    [b, f],
    [d, h],
    [c, g],
  ]);
  const paper = mixRgb(background, ember, 0.07);
  return [
    pathMark({
      key: `${key}:shade`,
      layer: "back",
      d: shadows.join(""),
      stroke,
      strokeWidth: line * 0.6,
      opacity: 0.5,
    }),
    pathMark({ key: `${key}:cords`, layer: "back", d: cords, stroke, strokeWidth: line }),
    pathMark({ key: `${key}:frame`, layer: "back", d: polygon([a, b, c, d]), stroke, strokeWidth: line, fill: wood }),
    pathMark({ key: `${key}:corners`, layer: "back", d: mitres, stroke, strokeWidth: line * 0.7 }),
    pathMark({ key: `${key}:field`, layer: "back", d: polygon([e, f, g, h]), stroke, strokeWidth: line, fill: paper }),
    pathMark({ key: `${key}:nail`, layer: "back", d: circlePath(nail, line * 2), strokeWidth: 0, fill: stroke }),
  ];
}

/** Returns `n` places evenly round a plaque's frame, clockwise from under its nail, and the radius of a stud, px. */
export function studPlaces(n: number, box: Box): { readonly places: readonly Point[]; readonly r: number } {
  const middle = inset(box, frameWidth(box) / 2);
  const [topLeft, topRight, bottomRight, bottomLeft] = cornersOf(middle);
  const underNail = { x: middle.x + middle.width / 2, y: middle.y };
  const pitch = (2 * (middle.width + middle.height)) / n;
  return {
    places: pointsAlong([underNail, topRight, bottomRight, bottomLeft, topLeft, underNail], n, 0),
    r: Math.min(pitch * 0.42, frameWidth(box) * 0.3),
  };
}
