import type { Palette, Shape } from "../../model/picture.ts";
import { pathMark, textMark } from "../../picture/marks.ts";
import { circlePath, polygon, polyline } from "../../picture/path.ts";
import { textWidth } from "../../picture/text.ts";

const POINT = 0.34;

export function tagHeight(size: number): number {
  return size * 1.62;
}

export function tagWidth(text: string, size: number): number {
  return textWidth(text, size) + size * 1.7;
}

/** Returns a paper tag with a pointed left end; `open` leaves the right end unclosed, for a list that goes on. */
export function tagPath(x: number, y: number, width: number, height: number, open = false): string {
  const [base, right, bottom] = [x + height * POINT, x + width, y + height];
  const outline = [
    { x: right, y },
    { x: base, y },
    { x, y: y + height * 0.32 },
    { x, y: y + height * 0.68 },
    { x: base, y: bottom },
    { x: right, y: bottom },
  ];
  return open ? polyline(outline) : polygon(outline);
}

export function tag(
  key: string,
  text: string,
  [x, y]: readonly [x: number, y: number],
  size: number,
  palette: Palette,
  opacity: number,
): readonly Shape[] {
  const height = tagHeight(size);
  const middle = y + height / 2;
  return [
    pathMark({
      key,
      d: tagPath(x, y, tagWidth(text, size), height),
      fill: palette.layer,
      stroke: palette.muted,
      opacity,
    }),
    pathMark({
      key: `${key}:hole`,
      d: circlePath({ x: x + height * POINT, y: middle }, size * 0.16),
      fill: palette.background,
      stroke: palette.muted,
      opacity,
    }),
    textMark({
      key: `${key}:word`,
      text,
      x: x + size * 1.05,
      y: middle,
      baseline: "middle",
      size,
      fill: palette.ink,
      opacity,
    }),
  ];
}
