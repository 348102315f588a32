import { quoteWords } from "../../core/lib/punctuation.ts";
import { factCardFile } from "../../core/model/files.ts";
import type { BasePalette, Shape, TextMark } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import { nameSource } from "../../core/model/source-line.ts";
import type { Fact, Story } from "../../core/model/story.ts";
import { FACT_CARD_WORDS } from "../../core/model/strings.ts";
import { paragraphMarks, rectMark, ruleMark, textMark } from "../../core/picture/marks.ts";
import { drawNumeral, numeralSize } from "../../core/picture/numeral.ts";
import { breakLines, textWidth } from "../../core/picture/text.ts";
import { drawQr } from "./qr.ts";
import { type ShareTarget, shareTargets } from "./share-targets.ts";
import type { ImageSpec } from "./step-image.ts";
import { breakAtWords } from "./word-lines.ts";

/** Three by four, 1080 × 1440 device pixels; sizes in CSS pixels. */
export const FACT_CARD = { width: 360, height: 480, pixels: 1080 } as const;

const PAD = 26;
const CODE = 104;
const ROOM = FACT_CARD.width - 2 * PAD;
const FOOT = FACT_CARD.height - PAD - CODE;

export function hasFactCard({ text }: Fact): boolean {
  return /\d/.test(text);
}

export function factsWithCard(story: Story): readonly Fact[] {
  return story.facts.filter(hasFactCard);
}

function voucher({ origin, quote, working }: Fact): string {
  if (origin === "derived") return `${FACT_CARD_WORDS.working}${working ?? ""}`;
  return (origin === "count" ? FACT_CARD_WORDS.count : "") + quoteWords(quote);
}

function attribution({ speaker, place, source, origin }: Fact): string {
  if (source !== undefined) return nameSource(source);
  return origin === "interview" ? `——${speaker}，${FACT_CARD_WORDS.interview}“${place}”` : place;
}

/** Sets text in the largest of `sizes` that needs at most `most` lines; `next` is the baseline after it. */
function setLines(
  key: string,
  text: string,
  y: number,
  type: {
    readonly sizes: readonly number[];
    readonly most: number;
    readonly face: TextMark["face"];
    readonly fill: TextMark["fill"];
  },
): { readonly shapes: readonly Shape[]; readonly next: number } {
  const set = type.sizes.map((size) => ({ size, texts: breakAtWords(text, size, ROOM) }));
  const { size, texts } = set.find(({ texts: all }) => all.length <= type.most) ??
    set[set.length - 1] ?? { size: 12, texts: [] };
  const leading = size * 1.5;
  const { face, fill } = type;
  return {
    shapes: paragraphMarks({ key, lines: texts, x: PAD, y, leading, size, face, fill, role: "note" }),
    next: y + texts.length * leading,
  };
}

/** Draws the status in a frame, so that it is not read as part of the figure. */
function stamp(status: string, period: string, y: number, colours: BasePalette): readonly Shape[] {
  const type = { y: y - 0.5, size: 12 } as const;
  const width = textWidth(status, type.size) + 14;
  return [
    rectMark({ key: "stamp", x: PAD, y: y - 15, width, height: 21, stroke: colours.textRed, radius: 2 }),
    textMark({ ...type, key: "stamp:status", text: status, x: PAD + 7, fill: colours.textRed }),
    textMark({ ...type, key: "stamp:period", text: period, x: PAD + width + 9, fill: colours.muted }),
  ];
}

/** Largest sizes of the figure, in order: the first that leaves room for quote and source is taken. */
const FIGURES = [104, 88, 72, 56];

function setFigure(fact: Fact, largest: number, colours: BasePalette) {
  const name = setLines("name", fact.name, PAD + 44, { sizes: [19, 17, 15], most: 2, face: "song", fill: colours.ink });
  const size = numeralSize(fact.text, ROOM, largest, 44);
  const base = name.next + size * 0.8;
  const stampLine = base + 40;
  const said = setLines("said", voucher(fact), stampLine + 42, {
    sizes: [16, 15, 14, 13],
    most: 4,
    face: "song",
    fill: colours.ink,
  });
  const by = setLines("by", attribution(fact), said.next + 2, {
    sizes: [11.5, 10.5],
    most: 2,
    face: "sans",
    fill: colours.muted,
  });
  return {
    next: by.next,
    shapes: [
      ...name.shapes,
      ...drawNumeral("fact", fact.text, [PAD, base], size, { loud: colours.textRed, quiet: colours.ink }),
      ...stamp(fact.status, fact.period, stampLine, colours),
      ...said.shapes,
      ...by.shapes,
    ],
  };
}

function drawn(story: Story, fact: Fact, link: string | null, colours: BasePalette): readonly Shape[] {
  const set = FIGURES.map((largest) => setFigure(fact, largest, colours));
  const figure = set.find(({ next }) => next < FOOT - 4) ?? set.at(-1);
  // An outside figure's own source stands under its quote.
  const said = fact.source === undefined ? story.byline : "";
  const byline = breakLines(said, 9.5, ROOM - CODE - 12);
  const code = link === null ? null : drawQr(link, CODE, [FACT_CARD.width - PAD, FACT_CARD.height - PAD]);
  return [
    textMark({
      key: "fact:kicker",
      text: `${story.kicker} · ${story.title}`,
      x: PAD,
      y: PAD + 10,
      size: 11.5,
      fill: colours.muted,
    }),
    ...(figure?.shapes ?? []),
    ruleMark({
      key: "fact:rule",
      x1: PAD,
      y1: FOOT - 10,
      x2: FACT_CARD.width - PAD,
      y2: FOOT - 10,
      stroke: colours.line,
    }),
    textMark({
      key: "fact:story",
      text: story.title,
      x: PAD,
      y: FOOT + 32,
      size: 25,
      face: "song",
      fill: colours.ink,
      role: "title",
    }),
    ...(code === null
      ? []
      : [
          textMark({
            key: "fact:scan",
            text: FACT_CARD_WORDS.scan,
            x: PAD,
            y: FOOT + 54,
            size: 11,
            fill: colours.muted,
          }),
        ]),
    ...paragraphMarks({
      key: "fact:byline",
      lines: byline,
      x: PAD,
      y: FACT_CARD.height - PAD - 2 - (byline.length - 1) * 14,
      leading: 14,
      size: 9.5,
      fill: colours.muted,
      role: "note",
    }),
    ...(code === null ? [] : code.shapes),
  ];
}

export function factCards(
  story: Illustrated<Story>,
  linkTo: (place: ShareTarget) => string | null,
): readonly ImageSpec[] {
  const colours = story.config.paletteAt(1, "day");
  const places = shareTargets(story);
  return factsWithCard(story).map((fact) => {
    const place = places.find(({ whole, step }) => !whole && step.facts.includes(fact.id)) ?? places[0];
    return {
      file: factCardFile(fact),
      formats: ["png"],
      title: `${fact.name}：${fact.text}`,
      description: `${fact.name}：${fact.text}，${fact.status}，${fact.period}`,
      size: { width: FACT_CARD.width, height: FACT_CARD.height },
      pixels: FACT_CARD.pixels,
      ground: colours.background,
      drawing: { grains: [], shapes: drawn(story, fact, place === undefined ? null : linkTo(place), colours) },
    };
  });
}
