import { linkCardFile } from "../../core/model/files.ts";
import type { Box, BasePalette, Shape, Size, TextMark } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { textMark } from "../../core/picture/old-marks.ts";
import { breakLines, fitFontSize } from "../../core/picture/text.ts";
import { createPainter } from "../../core/picture/painter.ts";
import { chapterSeal } from "./parts.ts";
import { type ShareTarget, shareTargets, shareTargetTitle } from "./share-targets.ts";
import type { ImageSpec } from "./step-image.ts";

/** 1200 × 630 device pixels, as Facebook, X and chat apps expect; sizes in CSS pixels. */
export const LINK_CARD = { width: 744, height: 390.6, pixels: 1200 } as const;

/** Size of the picture: a phone in landscape, a format for which every picture is composed. */
const STAGE: Size = { width: 523, height: LINK_CARD.height };

function lines(key: string, text: string, [x, y, width]: readonly [number, number, number], manner: Type) {
  const { size, fill, face, leading = 1.4 } = manner;
  return breakLines(text, size, width).map((line, index) =>
    textMark(`${key}:${index}`, line, [x, y + index * size * leading], size, fill, { face, role: "title" }),
  );
}

interface Type {
  readonly size: number;
  readonly fill: TextMark["fill"];
  readonly face: TextMark["face"];
  readonly leading?: number;
}

function band(story: Story, { chapter, whole, index }: ShareTarget, box: Box, colours: BasePalette): readonly Shape[] {
  const pad = 24;
  const x = box.x + pad;
  const width = box.width - 2 * pad;
  const inner = [x, width] as const;
  const head = chapter === null ? [] : chapterHead(chapter, whole, inner, colours);
  const bottom = box.height - 26;
  const name = fitFontSize(story.title, width, 38, 20);
  const deck = lines("band:deck", story.deck.replace(/，(?=[^，]*$)/u, "，|"), [x, bottom - 16.5, width + 20], {
    size: 11.5,
    fill: colours.muted,
    face: "sans",
    leading: 1.45,
  });
  return [
    { kind: "rect", key: "band", opacity: 1, ...box, fill: colours.background, stroke: null, strokeWidth: 0 },
    ...shaftEdge(story, index, box, colours),
    ...head,
    textMark("band:kicker", story.kicker, [x, bottom - 46 - name], 11.5, colours.muted),
    textMark("band:name", story.title, [x, bottom - 40], name, colours.textEmber, { face: "song", role: "title" }),
    ...deck,
  ];
}

/** The band's edge as the mine's shaft, lit up to the step's place in the story, with a marker there. */
function shaftEdge(story: Story, index: number, { x, height }: Box, colours: BasePalette): readonly Shape[] {
  const y = height * (1 - (index + 0.5) / story.steps.length);
  const part = (key: string, box: Box, fill: BasePalette["ember"]): Shape => ({
    kind: "rect",
    key: `edge:${key}`,
    opacity: 1,
    ...box,
    fill,
    stroke: null,
    strokeWidth: 0,
  });
  return [
    part("shaft", { x, y: 0, width: 3, height }, colours.layer),
    part("lit", { x, y, width: 3, height: height - y }, colours.ember),
    part("cage", { x: x - 3, y: y - 6, width: 9, height: 12 }, colours.ember),
  ];
}

function chapterHead(
  chapter: NonNullable<ShareTarget["chapter"]>,
  whole: boolean,
  [x, width]: readonly [number, number],
  colours: BasePalette,
): readonly Shape[] {
  const side = whole ? 76 : 40;
  const size = whole ? fitFontSize(chapter.title, width, 32, 18) : 17;
  const top = 30;
  const title = textMark("band:chapter", chapter.title, [x, top + side + size * 1.35], size, colours.ink, {
    face: "song",
    role: "title",
  });
  const subtitle = lines("band:subtitle", chapter.subtitle, [x, title.y + 26, width], {
    size: 14,
    fill: colours.ink,
    face: "sans",
  });
  return [...chapterSeal(chapter.numeral, [x, top], side, colours), title, ...(whole ? subtitle : [])];
}

export function linkCards(story: Illustrated<Story>): readonly ImageSpec[] {
  const titled = createPainter(story);
  const bare = createPainter(story, { titled: false });
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
