import type { BasePalette, Shape } from "../../../core/model/picture.ts";
import type { Illustrated } from "../../../core/model/scene-config.ts";
import type { Fact, Step, Story } from "../../../core/model/story.ts";
import { CAROUSEL_WORDS } from "../../../core/model/strings.ts";
import { ruleMark, textMark } from "../../../core/picture/marks.ts";
import { drawNumeral, numeralSize } from "../../../core/picture/numeral.ts";
import { fitFontSize, textWidth } from "../../../core/picture/text.ts";
import { isCounted } from "../emblem.ts";
import { type CarouselPage, drawFoot, FOOT, PAD, PAGE, type PageNumber, ROOM } from "./page.ts";

/** Most numbers of a page, in two columns. */
const MOST = 8;

/** Most numbers of a page in one column, where they are larger. */
const ONE_COLUMN = 4;

const TOP = 64;
const GAP = 18;

/** Chooses the numbers that the steps draw: the first of each step before the second of any, in reading order. */
export function numbersOf({ facts }: Pick<Story, "facts">, steps: readonly Step[]): readonly Fact[] {
  const drawn = steps.map((step) =>
    step.drawn.flatMap((id) => facts.filter((fact) => fact.id === id && isCounted(fact) && fact.name !== "")),
  );
  const ranked = drawn.flatMap((all) => all.map((fact, rank) => ({ fact, rank }))).sort((a, b) => a.rank - b.rank);
  const chosen = new Set([...new Set(ranked.map(({ fact }) => fact))].slice(0, MOST));
  return [...new Set(drawn.flat())].filter((fact) => chosen.has(fact));
}

/** Names where a number comes from, in a few words. */
function originOf({ origin, source }: Fact): string {
  if (source !== undefined) return source.publisher ?? source.title;
  return CAROUSEL_WORDS.origins[origin];
}

/** Shortens a line to its leading parts; none of them ends in the middle. */
function fitted(parts: readonly string[], size: number, width: number): string {
  const lines = parts.map((_, index) => parts.slice(0, parts.length - index).join(" · "));
  return lines.find((line) => textWidth(line, size) <= width) ?? lines.at(-1) ?? "";
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Sizes of a number's name, of its figure at most, and of the lines below it, px. */
interface Sizes {
  readonly name: number;
  readonly figure: number;
  readonly note: number;
}

const LARGE: Sizes = { name: 15, figure: 38, note: 12 };
const SMALL: Sizes = { name: 13, figure: 40, note: 11 };

function drawNumber(
  fact: Fact,
  { x, y, width }: Cell,
  { name: type, figure, note: small }: Sizes,
  { line, ink, muted, textRed }: BasePalette,
): readonly Shape[] {
  const size = numeralSize(fact.text, width, figure, 18);
  const base = y + 8 + type * 1.3 + figure * 0.84;
  const key = `number:${fact.id}`;
  const note = { x, size: small, role: "note" } as const;
  return [
    ruleMark({ key: `${key}:rule`, x1: x, y1: y, x2: x + width, y2: y, stroke: line }),
    textMark({
      ...note,
      key: `${key}:name`,
      text: fact.name,
      y: y + 6 + type,
      size: fitFontSize(fact.name, width, type, 7),
      fill: ink,
    }),
    ...drawNumeral(key, fact.text, [x, base], size, { loud: textRed, quiet: ink }),
    textMark({
      ...note,
      key: `${key}:status`,
      text: fitted([fact.status, fact.period], small, width),
      y: base + small * 1.5,
      fill: ink,
    }),
    textMark({
      ...note,
      key: `${key}:origin`,
      text: originOf(fact),
      y: base + small * 2.8,
      size: fitFontSize(originOf(fact), width, small, 7),
      fill: muted,
    }),
  ];
}

/** Draws the numbers of a carousel on one page: what each counts, how certain it is, and whose it is. */
export function numbersPage(story: Illustrated<Story>, facts: readonly Fact[], page: PageNumber): CarouselPage {
  const colours = story.config.paletteAt(1, "day");
  const large = facts.length <= ONE_COLUMN;
  const columns = large ? 1 : 2;
  const rows = Math.ceil(facts.length / columns);
  const width = (ROOM - GAP * (columns - 1)) / columns;
  const height = (PAGE.height - TOP - FOOT - 2) / Math.max(rows, ONE_COLUMN);
  const cells = facts.map((fact, index) =>
    drawNumber(
      fact,
      { x: PAD + (index % columns) * (width + GAP), y: TOP + Math.floor(index / columns) * height, width },
      large ? LARGE : SMALL,
      colours,
    ),
  );
  return {
    title: CAROUSEL_WORDS.numbers,
    description: facts.map(({ name, text, status, period }) => `${name}：${text}，${status}，${period}`).join("；"),
    colours,
    drawing: {
      grains: [],
      shapes: [
        textMark({
          key: "page:title",
          text: CAROUSEL_WORDS.numbers,
          x: PAD,
          y: 44,
          size: 29,
          face: "song",
          fill: colours.ink,
          role: "title",
        }),
        ...cells.flat(),
        ...drawFoot(story, page, CAROUSEL_WORDS.seeLast, colours),
      ],
    },
  };
}
