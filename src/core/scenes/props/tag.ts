import type { Palette, Shape } from "../../model/picture.ts";
import { circlePath, textMark } from "../../picture/old-marks.ts";
import { textWidth } from "../../picture/text.ts";

export function tagHeight(size: number): number {
  return size * 1.62;
}

export function tagWidth(text: string, size: number): number {
  return textWidth(text, size) + size * 1.7;
}

/**
 * Returns the path data of a paper tag with a pointed left end. `open` leaves the right end unclosed, for a list that
 * goes on.
 */
export function tagPath(x: number, y: number, width: number, height: number, open = false): string {
  const point = height * 0.34;
  return `M${x + width} ${y}L${x + point} ${y}L${x} ${y + height * 0.32}L${x} ${y + height * 0.68}L${x + point} ${y + height}L${x + width} ${y + height}${open ? "" : "Z"}`;
}

export function tag(
  key: string,
  text: string,
  [x, y]: readonly [x: number, y: number],
  size: number,
  colours: Palette,
  opacity: number,
): readonly Shape[] {
  const height = tagHeight(size);
  return [
    {
      kind: "path",
      key,
      opacity,
      d: tagPath(x, y, tagWidth(text, size), height),
      fill: colours.layer,
      stroke: colours.muted,
      strokeWidth: 1,
    },
    {
      kind: "path",
      key: `${key}:hole`,
      opacity,
      d: circlePath(x + height * 0.34, y + height / 2, size * 0.16),
      fill: colours.background,
      stroke: colours.muted,
      strokeWidth: 1,
    },
    textMark(`${key}:word`, text, [x + size * 1.05, y + height / 2 + size * 0.36], size, colours.ink, { opacity }),
  ];
}
