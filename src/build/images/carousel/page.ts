import type { BasePalette, Drawing, Shape } from "../../../core/model/picture.ts";
import type { Story } from "../../../core/model/story.ts";
import { rectMark, textMark } from "../../../core/picture/marks.ts";

/** Three by four, 1080 × 1440 device pixels, as 小红书 shows sets of pictures; sizes in CSS pixels. */
export const PAGE = { width: 360, height: 480, pixels: 1080 } as const;

export const PAD = 20;
export const ROOM = PAGE.width - 2 * PAD;

/** Height of the line at the foot: the story's name and the page's number. */
export const FOOT = 34;

/** A page of a carousel: its words for those who cannot see it, and its drawing on a background. */
export interface CarouselPage {
  readonly title: string;
  readonly description: string;
  readonly colours: BasePalette;
  readonly drawing: Drawing;
}

/** Place of a page among those of its chapter, from 1. */
export interface PageNumber {
  readonly number: number;
  readonly count: number;
}

/** Draws the foot: the story's name, a note, and the page's number. */
export function drawFoot(
  story: Story,
  { number, count }: PageNumber,
  note: string,
  { textEmber, muted }: BasePalette,
): readonly Shape[] {
  const y = PAGE.height - 13;
  const small = { y, size: 11.5, fill: muted, role: "note" } as const;
  return [
    textMark({
      key: "foot:name",
      text: story.title,
      x: PAD,
      y,
      size: 15,
      face: "song",
      fill: textEmber,
      role: "note",
    }),
    textMark({ ...small, key: "foot:note", text: note, x: PAGE.width / 2 + 12, anchor: "middle" }),
    textMark({
      ...small,
      key: "foot:page",
      text: `${number}/${count}`,
      x: PAGE.width - PAD,
      anchor: "end",
      size: 13,
    }),
  ];
}

/** Covers the lower part of a picture for words. */
export function groundBelow(y: number, { background }: BasePalette): Shape {
  return rectMark({ key: "page:ground", x: 0, y, width: PAGE.width, height: PAGE.height - y, fill: background });
}
