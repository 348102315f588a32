import { clamp, lerp } from "../lib/math.ts";
import type { BasePalette, Box, Point, Shape, Size } from "../model/picture.ts";
import { NAV_MARGIN } from "../model/size.ts";
import type { Kind } from "../model/story.ts";
import { paragraphMarks, rectMark, textMark } from "./marks.ts";
import { breakLines, textWidth } from "./text.ts";

export function stageMargin(size: Size): number {
  return clamp(size.width * 0.045, 16, 40);
}

/** A title gives way to its picture on a stage smaller than the smallest phone's. */
function titleSize({ width, height }: Size): number {
  const least = 22 * clamp(Math.min(width / 320, height / 320), 0.64, 1);
  return clamp(Math.min(width * 0.066, height * 0.062), least, 42);
}

/** Least room of a picture, px: layouts have no answer for less. A smaller stage cuts off its right and foot. */
const LEAST: Pick<Box, "width" | "height"> = { width: 150, height: 176 };

/** Share of its size to which a title is reduced so that it stands on one line; below, it breaks. */
const TIGHTEST = 0.86;

/** Closing marks may hang over a line's end, but a whole title must end before the progress nav. */
function fitTitle(title: string, size: number, width: number): number {
  const fitting = width / textWidth(title, 1, "song");
  return fitting < size && fitting > TIGHTEST * size && !title.includes("|") ? fitting : size;
}

/** Breaks a title of two lines after its comma if both parts fit, so that no single word is left over. */
function titleLines(title: string, size: number, width: number): readonly string[] {
  const lines = breakLines(title, size, width);
  const parts = title.split(/(?<=，)/u);
  const fit = parts.length === 2 && parts.every((part) => textWidth(part, size, "song") <= width);
  return lines.length === 2 && fit ? parts : lines;
}

export interface Header {
  readonly shapes: readonly Shape[];
  readonly box: Box;
}

/** Keeps the stage's uppermost `height` px free of marks instead of a badge and a title, and its lowest `below` px. */
export function reserveHeader(size: Size, height: number, below = stageMargin(size)): Header {
  const pad = stageMargin(size);
  const right = size.width - Math.max(pad, size.navMargin ?? 0);
  return { shapes: [], box: { x: pad, y: height, width: right - pad, height: size.height - height - below } };
}

function badgeSize(size: Size): number {
  return lerp(11, 13, clamp((size.width - 320) / 700, 0, 1.5));
}

function badgeHeight(size: Size): number {
  return badgeSize(size) + 9;
}

/** Draws the badge of a picture's kind with its upper left corner at a point; keys begin with `frame:`. */
export function drawBadge(
  kind: Kind,
  words: string,
  { x, y }: Point,
  size: Size,
  colours: BasePalette,
): readonly Shape[] {
  const type = badgeSize(size);
  const height = badgeHeight(size);
  const width = textWidth(words, type) + 14;
  const filled = kind === "data";
  return [
    rectMark({
      key: `frame:${kind}`,
      x,
      y,
      width,
      height,
      fill: filled ? colours.textRed : null,
      stroke: filled ? colours.textRed : colours.muted,
      radius: 2,
    }),
    textMark({
      key: `frame:${kind}:text`,
      text: words,
      x: x + width / 2,
      y: y + height / 2,
      baseline: "middle",
      anchor: "middle",
      size: type,
      fill: filled ? colours.background : colours.muted,
      role: "badge",
    }),
  ];
}

/**
 * Draws a step's badge and title, with keys that begin with `frame:`. A null title (the cover) draws the badge alone.
 */
export function drawHeader(
  step: { readonly id: string; readonly kind: Kind; readonly badge: string; readonly title: string | null },
  size: Size,
  colours: BasePalette,
): Header {
  const pad = stageMargin(size);
  const right = size.width - Math.max(pad, size.navMargin ?? NAV_MARGIN);
  const badgeShapes = drawBadge(step.kind, step.badge, { x: pad, y: pad }, size, colours);
  const type = fitTitle(step.title ?? "", titleSize(size), right - pad);
  const leading = type * 1.28;
  const lines = step.title === null ? [] : titleLines(step.title, type, right - pad);
  const under = pad + badgeHeight(size) + 4;
  const titleShapes = paragraphMarks({
    key: `frame:title:${step.id}`,
    lines,
    x: pad,
    y: under + leading - type * 0.12,
    leading,
    size: type,
    face: "song",
    fill: colours.ink,
    role: "title",
  });
  const top = under + leading * lines.length + 12;
  return {
    shapes: [...badgeShapes, ...titleShapes],
    box: {
      x: pad,
      y: top,
      width: Math.max(LEAST.width, right - pad),
      height: Math.max(LEAST.height, size.height - top - Math.max(14, pad * 0.6)),
    },
  };
}

export function boxCenter(box: Box): readonly [x: number, y: number] {
  return [box.x + box.width / 2, box.y + box.height / 2];
}
