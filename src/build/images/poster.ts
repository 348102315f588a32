import { posterFile } from "../../core/model/files.ts";
import type { BasePalette, Shape, Size } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Story } from "../../core/model/story.ts";
import { SCAN_POSTER } from "../../core/model/strings.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { stageMargin } from "../../core/picture/header.ts";
import { paragraphMarks, rectMark, ruleMark, textMark } from "../../core/picture/marks.ts";
import { breakLines, textWidth } from "../../core/picture/text.ts";
import { createPainter } from "../../core/picture/painter.ts";
import { drawChapterHead, externalSources, titleBlock } from "./parts.ts";
import { pullQuote } from "./pull-quote.ts";
import { drawQr } from "./qr.ts";
import { type ShareTarget, shareTargets, shareTargetTitle } from "./share-targets.ts";
import type { ImageSpec } from "./step-image.ts";

/** A phone's screen, 1080 × 1920 device pixels; sizes in CSS pixels. */
export const POSTER = { width: 360, height: 640, pixels: 1080 } as const;

const STAGE: Size = { width: POSTER.width, height: 376 };
const CHAPTER_STAGE: Size = { width: POSTER.width, height: 336 };

function stageOf({ chapter, whole }: ShareTarget): Size {
  return chapter !== null && whole ? CHAPTER_STAGE : STAGE;
}

/** Side of the QR code with its quiet zone, px: 336 device pixels, enough to scan from another phone's screen. */
const CODE = 112;

const SENTENCE = [19, 18, 17, 16, 15, 14];

/** Sets the sentence in the largest size that fits. Closing punctuation may hang half an em into the margin. */
function sentence(
  text: string,
  [x, y, width, height]: readonly [number, number, number, number],
  colours: BasePalette,
) {
  const set = SENTENCE.map((size) => ({ size, lines: breakLines(text, size, width - size) }));
  const fits = ({ size, lines }: (typeof set)[number]): boolean =>
    lines.length * size * 1.5 <= height && lines.every((line) => textWidth(line, size) <= width + size / 2);
  const { size, lines } = set.find(fits) ?? { size: 14, lines: breakLines(text, 14, width - 28) };
  return paragraphMarks({
    key: "sentence",
    lines,
    x,
    y: y + size,
    leading: size * 1.5,
    size,
    face: "song",
    fill: colours.ink,
    role: "title",
  });
}

function smallPrint(
  texts: readonly string[],
  [x, bottom, width]: readonly [number, number, number],
  colours: BasePalette,
) {
  const [size, leading] = [9.5, 14];
  const lines = texts.flatMap((text) => breakLines(text, size, width));
  return paragraphMarks({
    key: "print",
    lines,
    x,
    y: bottom - (lines.length - 1) * leading,
    leading,
    size,
    fill: colours.muted,
    role: "note",
  });
}

function below(story: Story, place: ShareTarget, link: string | null, colours: BasePalette): readonly Shape[] {
  const { chapter, step, whole } = place;
  const pad = stageMargin(STAGE) + 2;
  const right = POSTER.width - pad;
  const bottom = POSTER.height - pad;
  const code = link === null ? null : drawQr(link, CODE, [right, bottom]);
  const room = (code === null ? right : code.box.x - 14) - pad;
  const stage = stageOf(place);
  const top = stage.height + 14;
  const rule = POSTER.height - CODE - pad - 16;
  const head = chapter !== null && whole ? drawChapterHead("poster", chapter, [pad, top], 34, colours) : [];
  const from = head.length > 0 ? top + 46 : top;
  const sources = externalSources(story, step);
  const name = 25;
  return [
    rectMark({
      key: "poster:ground",
      x: 0,
      y: stage.height,
      width: POSTER.width,
      height: POSTER.height - stage.height,
      fill: colours.background,
    }),
    ...head,
    ...sentence(pullQuote(step), [pad, from, right - pad, rule - from - 4], colours),
    ruleMark({ key: "poster:rule", x1: pad, y1: rule, x2: right, y2: rule, stroke: colours.line }),
    textMark({
      key: "poster:name",
      text: story.title,
      x: pad,
      y: rule + 16 + name,
      size: name,
      face: "song",
      fill: colours.ink,
      role: "title",
    }),
    ...(chapter === null || whole
      ? []
      : [
          textMark({
            key: "poster:chapter",
            text: `${chapter.numeral} ${chapter.title}`,
            x: pad + textWidth(story.title, name) + 10,
            y: rule + 15 + name,
            size: 11,
            fill: colours.muted,
          }),
        ]),
    ...(code === null
      ? []
      : [textMark({ key: "poster:scan", text: SCAN_POSTER, x: pad, y: rule + 64, size: 11, fill: colours.muted })]),
    ...smallPrint([story.byline, ...(sources === "" ? [] : [sources])], [pad, bottom - 2, room], colours),
    ...(code === null ? [] : code.shapes),
  ];
}

export function posters(
  story: Illustrated<Story>,
  linkTo: (place: ShareTarget) => string | null,
): readonly ImageSpec[] {
  const titled = createPainter(story, { alone: true });
  const bare = createPainter(story, { titled: false, alone: true });
  return shareTargets(story).map((place) => {
    const { step, index, whole, chapter } = place;
    const { elevation, grains, shapes } = (whole ? bare : titled)(
      { step: index, progress: REST_AT },
      stageOf(place),
      "day",
    );
    const colours = story.config.paletteAt(elevation, "day");
    const head = chapter === null ? titleBlock(story, STAGE, colours) : [];
    return {
      file: posterFile(place),
      formats: ["png"],
      title: shareTargetTitle(place, story),
      description: step.alt,
      size: { width: POSTER.width, height: POSTER.height },
      pixels: POSTER.pixels,
      ground: colours.background,
      drawing: { grains, shapes: [...shapes, ...head, ...below(story, place, linkTo(place), colours)] },
    };
  });
}
