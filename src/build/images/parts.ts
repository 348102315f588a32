import type { Box, BasePalette, Shape, Size } from "../../core/model/picture.ts";
import type { Step, Story } from "../../core/model/story.ts";
import { stageMargin } from "../../core/picture/header.ts";
import { textMark } from "../../core/picture/old-marks.ts";
import { breakLines, fitFontSize, textWidth } from "../../core/picture/text.ts";

/** Title and deck in the cover's sky, placed as on the page. */
export function titleBlock(story: Story, stage: Size, colours: BasePalette): readonly Shape[] {
  const pad = stageMargin(stage);
  const title = stage.width * 0.135;
  const deck = stage.width * 0.045;
  const top = pad + 26 + title;
  const lines = breakLines(story.deck, deck, stage.width - 2 * pad);
  return [
    textMark("masthead:title", story.title, [pad, top], title, colours.ink, { face: "song", role: "title" }),
    ...lines.map((text, index) =>
      textMark(`masthead:deck:${index}`, text, [pad, top + deck * (1.9 + 1.4 * index)], deck, colours.ink, {
        face: "song",
        role: "title",
      }),
    ),
  ];
}

export function chapterSeal(
  numeral: string,
  [x, y]: readonly [x: number, y: number],
  side: number,
  { textRed, background }: BasePalette,
): readonly Shape[] {
  return [
    {
      kind: "rect",
      key: "seal",
      opacity: 1,
      x,
      y,
      width: side,
      height: side,
      fill: textRed,
      stroke: null,
      strokeWidth: 0,
      radius: side * 0.06,
    },
    textMark("seal:numeral", numeral, [x + side / 2, y + side * 0.765], side * 0.74, background, {
      face: "song",
      anchor: "middle",
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

/** Draws the footer of a standalone image: byline, outside sources (or the kicker) and the story's name. */
export function sourceFooter(story: Story, sources: string, box: Box, colours: BasePalette): readonly Shape[] {
  const right = box.x + box.width;
  const line = (key: string, text: string, y: number, width: number): Shape =>
    textMark(`foot:${key}`, text, [box.x, y], fitFontSize(text, width, LARGEST, SMALLEST), colours.muted, {
      role: "note",
    });
  const room = box.width - textWidth(story.title, NAME) - 12;
  return [
    {
      kind: "rect",
      key: "foot:ground",
      opacity: 1,
      x: 0,
      y: box.y,
      width: right + box.x,
      height: box.height,
      fill: colours.background,
      stroke: null,
      strokeWidth: 0,
    },
    {
      kind: "line",
      key: "foot:rule",
      opacity: 1,
      x1: box.x,
      y1: box.y + 8,
      x2: right,
      y2: box.y + 8,
      stroke: colours.line,
      strokeWidth: 1,
    },
    line("source", story.byline, box.y + 27, box.width),
    line("outside", sources === "" ? story.kicker : sources, box.y + 47, room),
    textMark("foot:name", story.title, [right, box.y + 48], NAME, colours.ink, {
      anchor: "end",
      face: "song",
      role: "note",
    }),
  ];
}
