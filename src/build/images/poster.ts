import { posterFile } from "../../core/model/files.ts";
import type { BasePalette, Shape, Size } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import { publisherNotes, sourceNotes } from "../../core/model/source-line.ts";
import type { Story } from "../../core/model/story.ts";
import { SCAN_POSTER } from "../../core/model/strings.ts";
import { REST_AT } from "../../core/model/timing.ts";
import { stageMargin } from "../../core/picture/header.ts";
import { paragraphMarks, rectMark, ruleMark, textMark } from "../../core/picture/marks.ts";
import { breakLines, fitFontSize } from "../../core/picture/text.ts";
import { createPainter } from "../../core/picture/painter.ts";
import { drawChapterHead, drawTitle, typedAddress } from "./parts.ts";
import { quotedFacts } from "./pull-quote.ts";
import { drawQr, type QrDrawing } from "./qr.ts";
import { type Sentence, setSentence } from "./sentence.ts";
import { type ShareTarget, shareSentence, shareTargets, shareTargetTitle } from "./share-targets.ts";
import type { ImageSpec } from "./step-image.ts";

/** A phone's screen, 1080 × 1920 device pixels; sizes in CSS pixels. */
export const POSTER = { width: 360, height: 640, pixels: 1080 } as const;

const PAD = stageMargin(POSTER) + 2;
const ROOM = POSTER.width - 2 * PAD;

/** Side of the QR code with its quiet zone, px: 336 device pixels, enough to scan from another phone's screen. */
const CODE = 112;
const NAME = 28;
const HEAD = { side: 38, height: 52 } as const;

/** `most`: lines of sources beside a code; more would take the picture's room, and the code leads to them. */
const SOURCES = { size: 10.5, leading: 15, most: 3 } as const;

/** Line counts up to which a size is used, largest size first. */
const SENTENCES = [
  [25, 2],
  [23, 3],
  [21, 3],
  [19, 4],
  [17, 5],
  [15, 6],
] as const;

const LEADING = 1.5;

/** Least height of a picture with its badge, and with a title: the sentence below it is set smaller for it. */
const PICTURE = { bare: 285, titled: 345 } as const;

interface Layout {
  readonly stage: Size;
  readonly sentence: Sentence;
  readonly sources: readonly string[];
  /** Baseline of the sentence's first line, y of the rule, baseline of the first source, px. */
  readonly baselines: readonly [sentence: number, rule: number, source: number];
}

/** Gives the picture all the height that words, code and sources leave. */
function layout(story: Story, place: ShareTarget, link: string | null): Layout {
  const { chapter, step, whole } = place;
  const words = shareSentence(place, story);
  const ids = [...step.drawn, ...(whole ? [] : quotedFacts(step, words))];
  const setNotes = (notes: readonly string[]) => notes.flatMap((note) => breakLines(note, SOURCES.size, ROOM));
  const full = setNotes(sourceNotes(story, ids));
  const sources = full.length > SOURCES.most && link !== null ? setNotes(publisherNotes(story, ids)) : full;
  const source = POSTER.height - PAD - 1 - (sources.length - 1) * SOURCES.leading;
  const rule = source - SOURCES.size - 14 - (link === null ? NAME : CODE) - 14;
  const head = chapter !== null && whole ? HEAD.height : 0;
  const sentenceFrom = (from: number): Sentence => setSentence(words, ROOM, SENTENCES.slice(from));
  const topOf = ({ size, lines }: Sentence): number => rule - 12 - size * LEADING * lines.length;
  const least = whole ? PICTURE.bare : PICTURE.titled;
  const from = SENTENCES.findIndex((_, index) => topOf(sentenceFrom(index)) - head - 12 >= least);
  const sentence = sentenceFrom(from === -1 ? SENTENCES.length - 2 : from);
  const top = topOf(sentence);
  return {
    stage: { width: POSTER.width, height: top - head - 12 },
    sentence,
    sources,
    baselines: [top + sentence.size, rule, source],
  };
}

function foot(
  story: Story,
  { chapter }: ShareTarget,
  { sources, baselines: [, rule, source] }: Layout,
  { code, address }: { readonly code: QrDrawing | null; readonly address: string | null },
  colours: BasePalette,
): readonly Shape[] {
  const right = POSTER.width - PAD;
  const small = { x: PAD, size: 11.5, fill: colours.ink, role: "note" } as const;
  const room = (code === null ? right : code.box.x - 12) - PAD;
  const chapterName = chapter === null ? story.kicker : `${chapter.numeral} ${chapter.official}`;
  const beside = code === null;
  return [
    ruleMark({ key: "poster:rule", x1: PAD, y1: rule, x2: right, y2: rule, stroke: colours.line }),
    textMark({
      key: "poster:name",
      text: story.title,
      x: PAD,
      y: rule + 12 + NAME,
      size: NAME,
      face: "song",
      fill: colours.ink,
      role: "title",
    }),
    textMark({
      ...small,
      key: "poster:chapter",
      text: chapterName,
      ...(beside ? { x: right, anchor: "end" } : {}),
      y: rule + 12 + NAME + (beside ? -1 : 22),
      fill: colours.muted,
    }),
    ...(code === null || address === null
      ? []
      : [
          textMark({
            ...small,
            key: "poster:address",
            text: address,
            size: fitFontSize(address, room, 16, 8),
            y: code.box.y + code.box.height - 24,
          }),
          textMark({
            ...small,
            key: "poster:scan",
            text: SCAN_POSTER,
            size: 13.5,
            y: code.box.y + code.box.height - 3,
          }),
          ...code.shapes,
        ]),
    ...paragraphMarks({
      key: "print",
      lines: sources,
      x: PAD,
      y: source,
      leading: SOURCES.leading,
      size: SOURCES.size,
      fill: colours.muted,
      role: "note",
    }),
  ];
}

export function posters(
  story: Illustrated<Story>,
  linkTo: (place: ShareTarget) => string | null,
): readonly ImageSpec[] {
  const titled = createPainter(story, { alone: true });
  const bare = createPainter(story, { titled: false, alone: true });
  const places = shareTargets(story);
  const home = places[0] === undefined ? null : linkTo(places[0]);
  return places.map((place) => {
    const { step, index, whole, chapter } = place;
    const link = linkTo(place);
    const placed = layout(story, place, link);
    const { stage, sentence, baselines } = placed;
    const { elevation, grains, shapes } = (whole ? bare : titled)({ step: index, progress: REST_AT }, stage, "day");
    const colours = story.config.paletteAt(elevation, "day");
    const corner = [POSTER.width - PAD, baselines[1] + 14 + CODE] as const;
    const code = link === null ? null : drawQr(link, CODE, corner);
    const head = chapter === null ? [drawTitle(story, stage, colours)] : [];
    const chapterHead =
      chapter !== null && whole
        ? drawChapterHead("poster", chapter, [PAD, stage.height + 10], [HEAD.side, ROOM], colours)
        : [];
    return {
      file: posterFile(place),
      formats: ["png"],
      title: shareTargetTitle(place, story),
      description: step.alt,
      size: { width: POSTER.width, height: POSTER.height },
      pixels: POSTER.pixels,
      ground: colours.background,
      drawing: {
        grains,
        shapes: [
          ...shapes,
          ...head,
          rectMark({
            key: "poster:ground",
            x: 0,
            y: stage.height,
            width: POSTER.width,
            height: POSTER.height - stage.height,
            fill: colours.background,
          }),
          ...chapterHead,
          ...paragraphMarks({
            key: "sentence",
            lines: sentence.lines,
            x: PAD,
            y: baselines[0],
            leading: sentence.size * LEADING,
            size: sentence.size,
            face: "song",
            fill: colours.ink,
            role: "title",
          }),
          ...foot(story, place, placed, { code, address: home === null ? null : typedAddress(home) }, colours),
        ],
      },
    };
  });
}
