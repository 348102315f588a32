import { factCardFile } from "../../core/model/files.ts";
import type { BasePalette, Shape } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Fact, Story } from "../../core/model/story.ts";
import { textMark } from "../../core/picture/old-marks.ts";
import { drawNumeral, numeralSize } from "../../core/picture/numeral.ts";
import { breakLines, textWidth } from "../../core/picture/text.ts";
import { drawQr } from "./qr.ts";
import { type ShareTarget, shareTargets } from "./share-targets.ts";
import type { ImageSpec } from "./step-image.ts";

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

/**
 * Evidence for the figure: the quote, or how it was computed or counted. In corner brackets, since quotes contain
 * quotation marks of their own.
 */
function voucher({ origin, quote, working }: Fact): string {
  if (origin === "derived") return `算法：${working ?? ""}`;
  return origin === "count" ? `逐字计数：「${quote}」` : `「${quote}」`;
}

function attribution({ speaker, place, source, origin }: Fact): string {
  if (origin === "context") return `${source?.title ?? place}，${source?.date ?? ""}`;
  return origin === "interview" ? `——${speaker}，访谈“${place}”` : place;
}

/** Sets text in the largest of `sizes` that needs at most `most` lines. Returns the baseline after it as `next`. */
function lines(
  key: string,
  text: string,
  y: number,
  type: {
    readonly sizes: readonly number[];
    readonly most: number;
    readonly song?: boolean;
    readonly fill: BasePalette["ink"];
  },
): { readonly shapes: readonly Shape[]; readonly next: number } {
  const set = type.sizes.map((size) => ({ size, texts: breakLines(text, size, ROOM - size / 2) }));
  const { size, texts } = set.find(({ texts: all }) => all.length <= type.most) ??
    set[set.length - 1] ?? { size: 12, texts: [] };
  const leading = size * 1.5;
  return {
    shapes: texts.map((line, index) =>
      textMark(`${key}:${index}`, line, [PAD, y + index * leading], size, type.fill, {
        face: type.song === true ? "song" : "sans",
        role: "note",
      }),
    ),
    next: y + texts.length * leading,
  };
}

/** The status in a frame, so that it is not read as part of the figure. */
function stamp(status: string, period: string, y: number, colours: BasePalette): readonly Shape[] {
  const width = textWidth(status, 12) + 14;
  return [
    {
      kind: "rect",
      key: "stamp",
      opacity: 1,
      x: PAD,
      y: y - 15,
      width,
      height: 21,
      fill: null,
      stroke: colours.textRed,
      strokeWidth: 1,
      radius: 2,
    },
    textMark("stamp:status", status, [PAD + 7, y - 0.5], 12, colours.textRed),
    textMark("stamp:period", period, [PAD + width + 9, y - 0.5], 12, colours.muted),
  ];
}

function drawn(story: Story, fact: Fact, link: string | null, colours: BasePalette): readonly Shape[] {
  const name = lines("name", fact.name, PAD + 44, { sizes: [19, 17, 15], most: 2, song: true, fill: colours.ink });
  const size = numeralSize(fact.text, ROOM, 104, 44);
  const base = name.next + size * 0.8;
  const stampLine = base + 40;
  const said = lines("said", voucher(fact), stampLine + 42, {
    sizes: [16, 15, 14, 13],
    most: 4,
    song: true,
    fill: colours.ink,
  });
  const by = lines("by", attribution(fact), said.next + 2, { sizes: [11.5], most: 2, fill: colours.muted });
  const code = link === null ? null : drawQr(link, CODE, [FACT_CARD.width - PAD, FACT_CARD.height - PAD]);
  return [
    textMark("fact:kicker", `${story.kicker} · ${story.title}`, [PAD, PAD + 10], 11.5, colours.muted),
    ...name.shapes,
    ...drawNumeral("fact", fact.text, [PAD, base], size, { loud: colours.textRed, quiet: colours.ink }),
    ...stamp(fact.status, fact.period, stampLine, colours),
    ...said.shapes,
    ...by.shapes,
    {
      kind: "line",
      key: "fact:rule",
      opacity: 1,
      x1: PAD,
      y1: FOOT - 10,
      x2: FACT_CARD.width - PAD,
      y2: FOOT - 10,
      stroke: colours.line,
      strokeWidth: 1,
    },
    textMark("fact:story", story.title, [PAD, FOOT + 32], 25, colours.ink, { face: "song", role: "title" }),
    ...(code === null ? [] : [textMark("fact:scan", "扫码看出处", [PAD, FOOT + 54], 11, colours.muted)]),
    ...breakLines(story.byline, 9.5, ROOM - CODE - 12).map((line, index, all) =>
      textMark(
        `fact:byline:${index}`,
        line,
        [PAD, FACT_CARD.height - PAD - 2 - (all.length - 1 - index) * 14],
        9.5,
        colours.muted,
        {
          role: "note",
        },
      ),
    ),
    ...(code === null ? [] : code.shapes),
  ];
}

/** `linkTo` returns the URL of the first step that uses the fact, or null when there is no public URL. */
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
