import { linkCardFile } from "../../core/model/files.ts";
import type { Box, BasePalette, Shape, Size } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { paragraphMarks, rectMark, textMark } from "../../core/picture/marks.ts";
import { breakLines, fitFontSize } from "../../core/picture/text.ts";
import { createPainter } from "../../core/picture/painter.ts";
import { chapterSeal } from "./parts.ts";
import { type ShareTarget, shareTargets, shareTargetTitle } from "./share-targets.ts";
import type { ImageSpec } from "./step-image.ts";

/** 1200 × 630 device pixels, as Facebook, X and chat apps expect; sizes in CSS pixels. */
export const LINK_CARD = { width: 744, height: 390.6, pixels: 1200 } as const;

/** Size of the picture: a phone in landscape, a format for which every picture is composed. */
const STAGE: Size = { width: 523, height: LINK_CARD.height };

function band(story: Story, { chapter, whole, index }: ShareTarget, box: Box, colours: BasePalette): readonly Shape[] {
  const pad = 24;
  const x = box.x + pad;
  const width = box.width - 2 * pad;
  const head = chapter === null ? [] : stackChapterHead(chapter, whole, [x, width], colours);
  const bottom = box.height - 26;
  const name = fitFontSize(story.title, width, 38, 20);
  const small = { x, size: 11.5, fill: colours.muted } as const;
  return [
    rectMark({ ...box, key: "band", fill: colours.background }),
    ...shaftEdge(story, index, box, colours),
    ...head,
    textMark({ ...small, key: "band:kicker", text: story.kicker, y: bottom - 46 - name }),
    textMark({
      key: "band:name",
      text: story.title,
      x,
      y: bottom - 40,
      size: name,
      face: "song",
      fill: colours.textEmber,
      role: "title",
    }),
    ...paragraphMarks({
      ...small,
      key: "band:deck",
      lines: breakLines(story.deck.replace(/，(?=[^，]*$)/u, "，|"), small.size, width + 20),
      y: bottom - 16.5,
      leading: small.size * 1.45,
      role: "title",
    }),
  ];
}

/** Draws the band's edge as the mine's shaft, lit up to the step's place in the story, with a marker there. */
function shaftEdge(story: Story, index: number, { x, height }: Box, colours: BasePalette): readonly Shape[] {
  const y = height * (1 - (index + 0.5) / story.steps.length);
  return [
    rectMark({ key: "edge:shaft", x, y: 0, width: 3, height, fill: colours.layer }),
    rectMark({ key: "edge:lit", x, y, width: 3, height: height - y, fill: colours.ember }),
    rectMark({ key: "edge:cage", x: x - 3, y: y - 6, width: 9, height: 12, fill: colours.ember }),
  ];
}

function stackChapterHead(
  chapter: NonNullable<ShareTarget["chapter"]>,
  whole: boolean,
  [x, width]: readonly [number, number],
  colours: BasePalette,
): readonly Shape[] {
  const side = whole ? 76 : 40;
  const size = whole ? fitFontSize(chapter.title, width, 32, 18) : 17;
  const top = 30;
  const type = { x, fill: colours.ink, role: "title" } as const;
  const title = textMark({
    ...type,
    key: "band:chapter",
    text: chapter.title,
    y: top + side + size * 1.35,
    size,
    face: "song",
  });
  const subtitle = paragraphMarks({
    ...type,
    key: "band:subtitle",
    lines: breakLines(chapter.subtitle, 14, width),
    y: title.y + 26,
    leading: 14 * 1.4,
    size: 14,
  });
  return [...chapterSeal(chapter.numeral, [x, top], side, colours), title, ...(whole ? subtitle : [])];
}

export function linkCards(story: Illustrated<Story>): readonly ImageSpec[] {
  const titled = createPainter(story, { alone: true });
  const bare = createPainter(story, { titled: false, alone: true });
  const box = { x: STAGE.width, y: 0, width: LINK_CARD.width - STAGE.width, height: LINK_CARD.height };
  return shareTargets(story).map((place) => {
    const { step, index, whole } = place;
    const { elevation, grains, shapes } = (whole ? bare : titled)({ step: index, progress: REST_AT }, STAGE, "day");
    return {
      file: linkCardFile(place),
      formats: ["png"],
      title: shareTargetTitle(place, story),
      description: step.alt,
      size: { width: LINK_CARD.width, height: LINK_CARD.height },
      pixels: LINK_CARD.pixels,
      ground: story.config.paletteAt(elevation, "day").background,
      drawing: { grains, shapes: [...shapes, ...band(story, place, box, story.config.paletteAt(0, "day"))] },
    };
  });
}
