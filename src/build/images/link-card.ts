import { linkCardFile } from "../../core/model/files.ts";
import type { Box, BasePalette, Shape, Size } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Chapter, Story } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { paragraphMarks, rectMark, textMark } from "../../core/picture/marks.ts";
import { fitFontSize } from "../../core/picture/text.ts";
import { createPainter } from "../../core/picture/painter.ts";
import { drawEmblem, type Emblem, emblemAt } from "./emblem.ts";
import { breakTitle, chapterKicker, chapterSeal } from "./parts.ts";
import { type ShareTarget, shareSentence, shareTargets, shareTargetTitle } from "./share-targets.ts";
import type { ImageSpec } from "./step-image.ts";
import { breakAtWords } from "./word-lines.ts";

/** 1200 × 630 device pixels, as Facebook, X and chat apps expect; sizes in CSS pixels. */
export const LINK_CARD = { width: 744, height: 390.6, pixels: 1200 } as const;

/** Size of the picture: a phone in landscape, a format for which every picture is composed. */
const STAGE: Size = { width: 523, height: LINK_CARD.height };

const PAD = 24;

function band(story: Story, place: ShareTarget, emblem: Emblem | null, box: Box, colours: BasePalette) {
  const x = box.x + PAD;
  const width = box.width - 2 * PAD;
  const ground = [
    rectMark({ ...box, key: "band", fill: colours.background }),
    ...shaftEdge(story, place.index, box, colours),
  ];
  const { chapter, whole } = place;
  if (chapter === null) return [...ground, ...drawMasthead(story, [x, width, box.height], colours)];
  const head = drawBandHead(
    chapter,
    HEADS[emblem !== null ? (whole ? "chapter" : "step") : "alone"],
    [x, width],
    colours,
  );
  const nameLine = box.height - 28;
  const size = fitFontSize(story.title, width, 38, 20);
  const middle = [x, head.bottom, width, nameLine - size - 12 - head.bottom] as const;
  return [
    ...ground,
    ...head.shapes,
    ...(emblem === null
      ? drawSentence(shareSentence(place, story), middle, colours)
      : drawFigure(emblem, middle, colours)),
    textMark({ ...NAME, x, y: nameLine, text: story.title, size, fill: colours.textEmber }),
  ];
}

/** Sizes of a band's head: over a number or word the chapter's title is smaller. */
const HEADS = {
  alone: { side: 76, size: 25, stacked: true },
  chapter: { side: 48, size: 21, stacked: false },
  step: { side: 40, size: 16, stacked: false },
} as const;

const NAME = { key: "band:name", face: "song", role: "title" } as const;

/** Sets the story's title as large as the band is wide, in two lines, and the deck at the foot. */
function drawMasthead(
  { title, deck, kicker }: Story,
  [x, width, height]: readonly [x: number, width: number, height: number],
  colours: BasePalette,
): readonly Shape[] {
  const half = Math.ceil(title.length / 2);
  const size = width / half;
  const [deckSize, leading] = [14.5, 24];
  const lines = breakAtWords(deck, deckSize, width);
  const y = height - 30 - (lines.length - 1) * leading;
  return [
    textMark({ key: "band:kicker", text: kicker, x, y: 42, size: 14, fill: colours.muted }),
    ...paragraphMarks({
      ...NAME,
      lines: [title.slice(0, half), title.slice(half)],
      x,
      y: 54 + size * 0.9,
      leading: size * 1.08,
      size,
      fill: colours.ink,
    }),
    ...paragraphMarks({ key: "band:deck", lines, x, y, leading, size: deckSize, fill: colours.ink, role: "note" }),
  ];
}

/** Sets the sentence worth sending in the middle of a chapter's band, where there is room for all of it. */
function drawSentence(
  sentence: string,
  [x, top, width, height]: readonly [x: number, top: number, width: number, height: number],
  colours: BasePalette,
): readonly Shape[] {
  const [size, leading] = [13, 20];
  const lines = breakAtWords(sentence, size, width);
  if (lines.length * leading > height - 18) return [];
  const y = top + 16 + (height - lines.length * leading) / 2;
  return paragraphMarks({ key: "band:sentence", lines, x, y, leading, size, fill: colours.ink, role: "note" });
}

/** Sets a step's number or word in the middle of the band, and under it the name of what a number counts. */
function drawFigure(
  emblem: Emblem,
  [x, top, width, height]: readonly [x: number, top: number, width: number, height: number],
  colours: BasePalette,
): readonly Shape[] {
  const named = breakAtWords(emblem.name, 12.5, width);
  const under = named.length * 19;
  const tall = Math.min(120, height - under - 28);
  const bottom = top + (height + tall - under) / 2 - 4;
  return [
    ...drawEmblem("band:emblem", emblem, { left: x, bottom, width, height: tall }, colours),
    ...paragraphMarks({
      key: "band:counted",
      lines: named,
      x,
      y: bottom + Math.max(24, tall * 0.32),
      leading: 19,
      size: 12.5,
      fill: colours.muted,
      role: "note",
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

/** Stacks seal, official name and headline; the sentence worth sending is in the page's description. */
function drawBandHead(
  chapter: Chapter,
  { side, size, stacked }: (typeof HEADS)[keyof typeof HEADS],
  [x, width]: readonly [number, number],
  colours: BasePalette,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
  const top = 30;
  const lines = breakTitle(chapter.title, size, width);
  const first = top + side + (stacked ? 62 : 12 + size);
  const beside = [x + side + 12, top + side * 0.62] as const;
  return {
    shapes: [
      ...chapterSeal(chapter.numeral, [x, top], side, colours),
      textMark({
        key: "band:official",
        text: chapterKicker(chapter),
        x: stacked ? x : beside[0],
        y: stacked ? top + side + 28 : beside[1],
        size: 14,
        fill: colours.muted,
      }),
      ...paragraphMarks({
        key: "band:chapter",
        lines,
        x,
        y: first,
        leading: size * 1.36,
        size,
        face: "song",
        fill: colours.ink,
        role: "title",
      }),
    ],
    bottom: first + (lines.length - 1) * size * 1.36 + 8,
  };
}

export function linkCards(story: Illustrated<Story>): readonly ImageSpec[] {
  const titled = createPainter(story, { alone: true });
  const bare = createPainter(story, { titled: false, alone: true });
  const box = { x: STAGE.width, y: 0, width: LINK_CARD.width - STAGE.width, height: LINK_CARD.height };
  return shareTargets(story).map((place) => {
    const { step, index, whole, chapter } = place;
    const { elevation, grains, shapes } = (whole ? bare : titled)({ step: index, progress: REST_AT }, STAGE, "day");
    // The start page's picture is night: on a dark screen only a band of paper sets its card off.
    const colours = story.config.paletteAt(chapter === null ? 1 : 0, "day");
    return {
      file: linkCardFile(place),
      formats: ["png"],
      title: shareTargetTitle(place, story),
      description: step.alt,
      size: { width: LINK_CARD.width, height: LINK_CARD.height },
      pixels: LINK_CARD.pixels,
      ground: story.config.paletteAt(elevation, "day").background,
      drawing: {
        grains,
        shapes: [...shapes, ...band(story, place, emblemAt(story, place), box, colours)],
      },
    };
  });
}
