import type { BasePalette, Box, Shape, Size, TextMark } from "../../core/model/picture.ts";
import type { Chapter, Story } from "../../core/model/story.ts";
import { stageMargin } from "../../core/picture/header.ts";
import { paragraphMarks, rectMark, ruleMark, textMark } from "../../core/picture/marks.ts";
import { breakLines, fitFontSize, textWidth } from "../../core/picture/text.ts";
import { breakAtWords } from "./word-lines.ts";

/** Places the title in the cover's sky as the page does. */
export function drawTitle(story: Story, stage: Size, colours: BasePalette): TextMark {
  const pad = stageMargin(stage);
  const size = stage.width * 0.135;
  const type = { face: "song", fill: colours.ink, role: "title" } as const;
  return textMark({ ...type, key: "masthead:title", text: story.title, x: pad, y: pad + 26 + size, size });
}

/** Places the deck under the title as well, in the half of the sky that has no headframe. */
export function titleBlock(story: Story, stage: Size, colours: BasePalette): readonly Shape[] {
  const title = drawTitle(story, stage, colours);
  const size = stage.width * 0.04;
  const lines = breakAtWords(story.deck, size, stage.width * 0.5 - title.x, "song");
  const deck = { ...title, lines, size, key: "masthead:deck", y: title.y + size * 1.9, leading: size * 1.4 };
  return [title, ...paragraphMarks(deck)];
}

/** Writes an address as a reader would type it. */
export function typedAddress(link: string): string {
  return link.replace(/^https?:\/\//u, "").replace(/\/?(?:\?.*)?$/u, "");
}

/** Breaks a headline after its colon or comma rather than in the middle of a phrase. */
export function breakTitle(title: string, size: number, width: number): readonly string[] {
  if (textWidth(title, size, "song") <= width) return [title];
  return breakLines(title.replace(/[：，]/u, "$&|"), size, width, "song");
}

export function chapterSeal(
  numeral: string,
  [x, y]: readonly [x: number, y: number],
  side: number,
  { textRed, background }: BasePalette,
): readonly Shape[] {
  return [
    rectMark({ key: "seal", x, y, width: side, height: side, fill: textRed, radius: side * 0.06 }),
    textMark({
      key: "seal:numeral",
      text: numeral,
      x: x + side / 2,
      y: y + side * 0.765,
      size: side * 0.74,
      face: "song",
      anchor: "middle",
      fill: background,
    }),
  ];
}

/** The chapter's official name above a headline of our own, else its subtitle. */
export function chapterKicker({ title, official, subtitle }: Chapter): string {
  return title.startsWith(official) ? subtitle : official;
}

/** Draws the seal with the chapter's official name and, under it, its headline, fitted to a row of `room` px. */
export function drawChapterHead(
  key: string,
  chapter: Chapter,
  [x, y]: readonly [x: number, y: number],
  [side, room]: readonly [side: number, room: number],
  colours: BasePalette,
): readonly Shape[] {
  const { numeral, title } = chapter;
  const gap = 11;
  const left = x + side + gap;
  return [
    ...chapterSeal(numeral, [x, y], side, colours),
    textMark({
      key: `${key}:official`,
      text: chapterKicker(chapter),
      x: left,
      y: y + 10,
      size: 12,
      fill: colours.muted,
    }),
    textMark({
      key: `${key}:title`,
      text: title,
      x: left,
      y: y + side - 3,
      size: fitFontSize(title, room - side - gap, side * 0.6, 15, "song"),
      face: "song",
      fill: colours.ink,
      role: "title",
    }),
  ];
}

const SOURCES = { size: 11, smallest: 9.5, leading: 15 } as const;
const NAME = 14;

/** Source notes in lines of `width` px: two at most where a smaller size allows it. */
export function setSources(
  notes: readonly string[],
  width: number,
): { readonly size: number; readonly lines: readonly string[] } {
  const sizes = [SOURCES.size, 10.5, 10, SOURCES.smallest];
  const set = sizes.map((size) => ({ size, lines: notes.flatMap((note) => breakLines(note, size, width)) }));
  return set.find(({ lines }) => lines.length <= 2) ?? { size: SOURCES.smallest, lines: set.at(-1)?.lines ?? [] };
}

interface Footer {
  readonly height: number;
  readonly draw: (y: number, colours: BasePalette) => readonly Shape[];
}

/** Sets source notes under a picture, with the story's name at the end of the last line that has room for it. */
export function sourceFooter(story: Story, notes: readonly string[], { x, width }: Pick<Box, "x" | "width">): Footer {
  const { size, lines } = setSources(notes, width);
  const right = x + width;
  const room = width - textWidth(story.title, NAME) - 12;
  const beside = lines.length > 1 && textWidth(lines.at(-1) ?? "", size) <= room;
  const rows = beside ? lines : [...lines, story.kicker];
  const last = 27 + (rows.length - 1) * SOURCES.leading + (rows.length === 2 ? 5 : 0);
  const height = last + 17;
  return {
    height,
    draw: (y, colours) => [
      rectMark({ key: "foot:ground", x: 0, y, width: right + x, height, fill: colours.background }),
      ruleMark({ key: "foot:rule", x1: x, y1: y + 8, x2: right, y2: y + 8, stroke: colours.line }),
      ...rows.map((text, index) =>
        textMark({
          key: `foot:source:${index}`,
          text,
          x,
          y: y + (index === rows.length - 1 ? last : 27 + index * SOURCES.leading),
          size,
          fill: colours.muted,
          role: "note",
        }),
      ),
      textMark({
        key: "foot:name",
        text: story.title,
        x: right,
        y: y + last + 1,
        size: NAME,
        anchor: "end",
        face: "song",
        fill: colours.ink,
        role: "note",
      }),
    ],
  };
}
