import { mixRgb } from "../../lib/color.ts";
import type { Box, Palette, PathMark, Point } from "../../model/picture.ts";
import { circlePath, hatchPath, pathMark } from "../../picture/old-marks.ts";

function rectangle({ x, y, width, height }: Box): string {
  return `M${x} ${y}L${x + width} ${y}L${x + width} ${y + height}L${x} ${y + height}Z`;
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

export function plaqueFrame({ height }: Box): number {
  return height * 0.105;
}

export function plaque(
  key: string,
  box: Box,
  nail: Point,
  { background, ink, layer, ember }: Palette,
): readonly PathMark[] {
  const frame = plaqueFrame(box);
  const line = Math.max(1.1, box.height * 0.011);
  const field = inset(box, frame);
  const [left, right] = [box.x + box.width * 0.2, box.x + box.width * 0.8];
  const cords = `M${left} ${box.y}L${nail.x} ${nail.y}L${right} ${box.y}`;
  const r = line * 2;
  const knob = circlePath(nail.x, nail.y, r);
  const corners = [
    [box.x, box.y, field.x, field.y],
    [box.x + box.width, box.y, field.x + field.width, field.y],
    [box.x, box.y + box.height, field.x, field.y + field.height],
    [box.x + box.width, box.y + box.height, field.x + field.width, field.y + field.height],
  ].map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`);
  const shade = hatchPath(
    { x: box.x + box.width, y: box.y + frame * 0.5, width: frame * 0.5, height: box.height },
    line * 2.4,
  );
  const under = hatchPath(
    { x: box.x + frame * 0.5, y: box.y + box.height, width: box.width, height: frame * 0.5 },
    line * 2.4,
  );
  return [
    pathMark(`${key}:shade`, shade + under, ink, line * 0.6, { opacity: 0.5 }),
    pathMark(`${key}:cords`, cords, ink, line),
    pathMark(`${key}:frame`, rectangle(box), ink, line, { fill: layer }),
    pathMark(`${key}:corners`, corners.join(""), ink, line * 0.7),
    pathMark(`${key}:field`, rectangle(field), ink, line, { fill: mixRgb(background, ember, 0.07) }),
    pathMark(`${key}:nail`, knob, null, 0, { fill: ink }),
  ];
}

/** Returns `n` places evenly round a plaque's frame, clockwise from under its nail, and the radius of a stud, px. */
export function plaqueStuds(n: number, box: Box): { readonly places: readonly Point[]; readonly r: number } {
  const { x, y, width, height } = inset(box, plaqueFrame(box) / 2);
  const step = (2 * (width + height)) / n;
  const places = Array.from({ length: n }, (_, k): Point => {
    const along = ((k + 0.5) * step + width / 2) % (2 * (width + height));
    if (along < width) return { x: x + along, y };
    if (along < width + height) return { x: x + width, y: y + along - width };
    if (along < 2 * width + height) return { x: x + 2 * width + height - along, y: y + height };
    return { x, y: y + 2 * (width + height) - along };
  });
  return { places, r: Math.min(step * 0.42, plaqueFrame(box) * 0.3) };
}
