import type { Illustrated } from "../../../core/model/scene-config.ts";
import type { Chapter, Story } from "../../../core/model/story.ts";
import { REST_AT } from "../../../core/model/timing.ts";
import { paragraphMarks, textMark } from "../../../core/picture/marks.ts";
import { createPainter } from "../../../core/picture/painter.ts";
import { textWidth } from "../../../core/picture/text.ts";
import { chapterKicker, chapterSeal } from "../parts.ts";
import { type CarouselPage, drawFoot, FOOT, PAD, PAGE, type PageNumber, ROOM } from "./page.ts";

const SEAL = { side: 34, top: 16 } as const;
const WORDS = { top: SEAL.top + SEAL.side + 10, largest: 78, leading: 1.2 } as const;

/** The few words that a chapter is sent out with: those of its film's cover, else its title. */
export function hookOf({ films }: Pick<Story, "films">, chapter: Chapter): { step: string; lines: readonly string[] } {
  const cover = films.find(({ id }) => id === chapter.id)?.cover;
  if (cover !== undefined) return { step: cover.step, lines: cover.text.split("|") };
  return { step: chapter.picture, lines: chapter.title.split(/(?<=[：，])/u) };
}

/** Draws the first page: the words as wide as the page, so that they can be read when it is 120 px wide. */
export function coverPage(story: Illustrated<Story>, chapter: Chapter, page: PageNumber): CarouselPage {
  const { step, lines } = hookOf(story, chapter);
  const index = story.steps.findIndex(({ id }) => id === step);
  const widest = Math.max(...lines.map((line) => textWidth(line, 1, "song")));
  const size = Math.min(WORDS.largest, ROOM / widest);
  const leading = size * WORDS.leading;
  const below = WORDS.top + lines.length * leading + 8;
  const paint = createPainter(story, { reserved: below, reservedBelow: FOOT });
  const picture = paint({ step: index, progress: REST_AT }, { ...PAGE, navMargin: 0 }, "day");
  const colours = story.config.paletteAt(picture.elevation, "day");
  const words = lines.join("");
  return {
    title: words,
    description: story.steps[index]?.alt ?? words,
    colours,
    drawing: {
      grains: picture.grains,
      shapes: [
        ...picture.shapes,
        ...chapterSeal(chapter.numeral, [PAD, SEAL.top], SEAL.side, colours),
        textMark({
          key: "cover:kicker",
          text: chapterKicker(chapter),
          x: PAD + SEAL.side + 11,
          y: SEAL.top + SEAL.side / 2,
          baseline: "middle",
          size: 17,
          fill: colours.ink,
          role: "note",
        }),
        ...paragraphMarks({
          key: "cover:text",
          lines,
          x: PAD,
          y: WORDS.top + size * 0.94,
          leading,
          size,
          face: "song",
          fill: colours.ink,
          role: "title",
        }),
        ...drawFoot(story, page, "", colours),
      ],
    },
  };
}
