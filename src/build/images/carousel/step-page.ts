import type { Shape } from "../../../core/model/picture.ts";
import type { Illustrated } from "../../../core/model/scene-config.ts";
import type { Step, Story } from "../../../core/model/story.ts";
import { CAROUSEL_WORDS } from "../../../core/model/strings.ts";
import { REST_AT } from "../../../core/model/timing.ts";
import { drawBadge } from "../../../core/picture/header.ts";
import { paragraphMarks } from "../../../core/picture/marks.ts";
import { createPainter } from "../../../core/picture/painter.ts";
import { badgeOf } from "../../../core/picture/step-scene.ts";
import { textWidth } from "../../../core/picture/text.ts";
import { breakTitle } from "../parts.ts";
import { pullQuote } from "../pull-quote.ts";
import { setSentence } from "../sentence.ts";
import { type CarouselPage, drawFoot, FOOT, groundBelow, PAD, PAGE, type PageNumber, ROOM } from "./page.ts";

const BADGE = { top: 14, height: 24 } as const;
const TITLE = { largest: 31, leading: 1.26 } as const;
/** Smallest size of a title in one line, px: broken in two it takes the picture's room. */
const SMALLEST = 21;
const TEXT = { leading: 1.46 } as const;

/** Line counts up to which a size is used: the picture keeps more than half of the page. */
const SIZES = [
  [23, 2],
  [21, 3],
  [19, 3],
  [17.5, 4],
  [16, 5],
] as const;

/** Sets a title in one line, or in two where it would become too small. */
function setTitle(title: string): { readonly size: number; readonly lines: readonly string[] } {
  const fitting = ROOM / textWidth(title.replaceAll("|", ""), 1, "song");
  if (fitting >= SMALLEST) return { size: Math.min(TITLE.largest, fitting), lines: [title.replaceAll("|", "")] };
  const size = 26;
  return { size, lines: breakTitle(title, size, ROOM) };
}

/** Draws a step's page: title, picture, and the sentence that its poster has. */
export function stepPage(story: Illustrated<Story>, step: Step, page: PageNumber, alone: boolean): CarouselPage {
  const title = setTitle(step.title);
  const titleTop = BADGE.top + BADGE.height;
  const below = titleTop + title.lines.length * title.size * TITLE.leading + 10;
  const sentence = setSentence(pullQuote(step), ROOM, SIZES);
  const top = PAGE.height - FOOT - 6 - sentence.lines.length * sentence.size * TEXT.leading;
  const stage = { width: PAGE.width, height: top - 8, navMargin: 0 };
  const paint = createPainter(story, { reserved: below });
  const index = story.steps.indexOf(step);
  const { grains, shapes, elevation } = paint({ step: index, progress: REST_AT }, stage, "day");
  const colours = story.config.paletteAt(elevation, "day");
  const song = { x: PAD, face: "song", fill: colours.ink, role: "title" } as const;
  const words: readonly Shape[] = [
    ...drawBadge(step.kind, badgeOf(story, step, alone), { x: PAD, y: BADGE.top }, PAGE, colours),
    ...paragraphMarks({
      ...song,
      key: "page:title",
      lines: title.lines,
      y: titleTop + title.size * 1.06,
      leading: title.size * TITLE.leading,
      size: title.size,
    }),
    groundBelow(stage.height, colours),
    ...paragraphMarks({
      ...song,
      key: "page:text",
      lines: sentence.lines,
      y: top + sentence.size,
      leading: sentence.size * TEXT.leading,
      size: sentence.size,
    }),
    ...drawFoot(story, page, CAROUSEL_WORDS.seeLast, colours),
  ];
  return {
    title: step.title.replaceAll("|", ""),
    description: step.alt,
    colours,
    drawing: { grains, shapes: [...shapes, ...words] },
  };
}
