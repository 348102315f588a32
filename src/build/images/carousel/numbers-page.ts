import type { BasePalette, Shape } from "../../../core/model/picture.ts";
import type { Illustrated } from "../../../core/model/scene-config.ts";
import { nameBriefly } from "../../../core/model/source-line.ts";
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

const TOP = 60;
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
  if (source !== undefined) return nameBriefly(source);
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

/** Sizes of a number's parts, px; `top` and `base` are the baselines of its name and its figure below the rule. */
interface Sizes {
  readonly name: number;
  readonly figure: number;
  readonly note: number;
  readonly top: number;
  readonly base: number;
}

/** In one column the notes stand beside the figure, in two below it. */
const LARGE: Sizes = { name: 16, figure: 52, note: 13, top: 25, base: 76 };
const SMALL: Sizes = { name: 13, figure: 36, note: 11, top: 20, base: 54 };

/** Share of a number's width that its figure has beside its notes. */
const BESIDE = 0.52;

function drawNumber(
  fact: Fact,
  { x, y, width }: Cell,
  { name, figure, note, top, base }: Sizes,
  beside: boolean,
  { line, ink, muted, textRed }: BasePalette,
): readonly Shape[] {
  const room = beside ? width * BESIDE : width;
  const notes = beside
    ? { x: x + room, width: width - room, lines: [base - note * 1.5, base] as const }
    : { x, width, lines: [base + note * 1.5, base + note * 2.8] as const };
  const key = `number:${fact.id}`;
  const small = { size: note, role: "note" } as const;
  return [
    ruleMark({ key: `${key}:rule`, x1: x, y1: y, x2: x + width, y2: y, stroke: line }),
    textMark({
      ...small,
      key: `${key}:name`,
      text: fact.name,
      x,
      y: y + top,
      size: fitFontSize(fact.name, width, name, 7),
      fill: ink,
    }),
    ...drawNumeral(key, fact.text, [x, y + base], numeralSize(fact.text, room - 8, figure, 18), {
      loud: textRed,
      quiet: ink,
    }),
    textMark({
      ...small,
      key: `${key}:status`,
      text: fitted([fact.status, fact.period], note, notes.width),
      x: notes.x,
      y: y + notes.lines[0],
      fill: ink,
    }),
    textMark({
      ...small,
      key: `${key}:origin`,
      text: originOf(fact),
      x: notes.x,
      y: y + notes.lines[1],
      size: fitFontSize(originOf(fact), notes.width, note, 7),
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
      large,
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
