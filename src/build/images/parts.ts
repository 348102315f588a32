import type { Box, BasePalette, Shape, Size } from "../../core/model/picture.ts";
import type { Chapter, Step, Story } from "../../core/model/story.ts";
import { stageMargin } from "../../core/picture/header.ts";
import { paragraphMarks, rectMark, ruleMark, textMark } from "../../core/picture/marks.ts";
import { breakLines, fitFontSize, textWidth } from "../../core/picture/text.ts";

/** Places title and deck in the cover's sky as the page does. */
export function titleBlock(story: Story, stage: Size, colours: BasePalette): readonly Shape[] {
  const pad = stageMargin(stage);
  const title = stage.width * 0.135;
  const deck = stage.width * 0.045;
  const top = pad + 26 + title;
  const type = { x: pad, face: "song", fill: colours.ink, role: "title" } as const;
  return [
    textMark({ ...type, key: "masthead:title", text: story.title, y: top, size: title }),
    ...paragraphMarks({
      ...type,
      key: "masthead:deck",
      lines: breakLines(story.deck, deck, stage.width - 2 * pad),
      y: top + deck * 1.9,
      leading: deck * 1.4,
      size: deck,
    }),
  ];
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

export function drawChapterHead(
  key: string,
  { numeral, title, subtitle }: Chapter,
  [x, y]: readonly [x: number, y: number],
  side: number,
  colours: BasePalette,
): readonly Shape[] {
  const size = side - 8;
  const gap = 10;
  const left = x + side + gap;
  return [
    ...chapterSeal(numeral, [x, y], side, colours),
    textMark({
      key: `${key}:title`,
      text: title,
      x: left,
      y: y + side - 7,
      size,
      face: "song",
      fill: colours.ink,
      role: "title",
    }),
    textMark({
      key: `${key}:subtitle`,
      text: subtitle,
      x: left + textWidth(title, size) + gap,
      y: y + side - 8,
      size: 12,
      fill: colours.muted,
    }),
  ];
}

const [LARGEST, SMALLEST, NAME] = [11, 9, 14];

export function externalSources(story: Story, step: Step): string {
  const used = new Set(step.facts);
  const sources = story.facts.flatMap(({ id, source }) =>
    used.has(id) && source !== undefined ? [`${source.title}，${source.date}`] : [],
  );
  return [...new Set(sources)].join("；");
}

export function sourceFooter(story: Story, sources: string, box: Box, colours: BasePalette): readonly Shape[] {
  const right = box.x + box.width;
  const line = (key: string, text: string, y: number, width: number): Shape =>
    textMark({
      key: `foot:${key}`,
      text,
      x: box.x,
      y,
      size: fitFontSize(text, width, LARGEST, SMALLEST),
      fill: colours.muted,
      role: "note",
    });
  const room = box.width - textWidth(story.title, NAME) - 12;
  return [
    rectMark({ ...box, key: "foot:ground", x: 0, width: right + box.x, fill: colours.background }),
    ruleMark({ key: "foot:rule", x1: box.x, y1: box.y + 8, x2: right, y2: box.y + 8, stroke: colours.line }),
    line("source", story.byline, box.y + 27, box.width),
    line("outside", sources === "" ? story.kicker : sources, box.y + 47, room),
    textMark({
      key: "foot:name",
      text: story.title,
      x: right,
      y: box.y + 48,
      size: NAME,
      anchor: "end",
      face: "song",
      fill: colours.ink,
      role: "note",
    }),
  ];
}
