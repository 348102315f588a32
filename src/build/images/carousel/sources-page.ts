import type { Shape } from "../../../core/model/picture.ts";
import type { Illustrated } from "../../../core/model/scene-config.ts";
import { sortSources, sourceNotes } from "../../../core/model/source-line.ts";
import type { Chapter, Fact, Step, Story } from "../../../core/model/story.ts";
import { CAROUSEL_WORDS } from "../../../core/model/strings.ts";
import { paragraphMarks, ruleMark, textMark } from "../../../core/picture/marks.ts";
import { breakLines, fitFontSize } from "../../../core/picture/text.ts";
import { quotedFacts } from "../pull-quote.ts";
import { drawQr } from "../qr.ts";
import { setSentence } from "../sentence.ts";
import { breakAtWords } from "../word-lines.ts";
import { type CarouselPage, drawFoot, FOOT, PAD, PAGE, type PageNumber, ROOM } from "./page.ts";

const CODE = 118;
const NAME = 34;
const SENTENCES = [
  [27, 4],
  [24, 4],
  [21, 4],
  [19, 5],
  [17, 5],
] as const;
/** The sources' size, px: the page is read on a phone. `year` is the width of the column of years. */
const SOURCE = { size: 14, year: 42, gap: 6 } as const;
const LEADING = { sentence: 1.42, source: 1.45 } as const;

/** Address of the chapter for the code, and of the story as a reader would type it. */
export interface CarouselAddress {
  readonly link: string;
  readonly typed: string;
}

/** Notes on sources one below the other, `drop` px below the sources' heading. */
interface SourceLine {
  readonly text: string;
  readonly x: number;
  readonly drop: number;
  readonly year: string;
}

/** Sets the notes in lines; a year stands beside the first line of its own. */
function setNotes(notes: readonly (readonly [year: string, note: string])[]): readonly SourceLine[] {
  let drop = 4;
  return notes.flatMap(([year, note], index) => {
    const indent = year === "" ? 0 : SOURCE.year;
    if (year !== "" && notes[index - 1]?.[0] === "") drop += SOURCE.gap;
    return breakAtWords(note, SOURCE.size, ROOM - indent).map((text, line) => {
      drop += SOURCE.size * LEADING.source;
      return { text, x: PAD + indent, drop, year: line === 0 ? year : "" };
    });
  });
}

/**
 * Sets the sentence as large as it leaves room for the sources above `bottom`, which are the first of `wordings` that
 * any size of it leaves room for; `head` is the height that it takes.
 */
function setWords(text: string, wordings: readonly (readonly SourceLine[])[], bottom: number) {
  const set = wordings.flatMap((lines) =>
    SENTENCES.map((_, from) => {
      const sentence = setSentence(text, ROOM, SENTENCES.slice(from));
      const head = 32 + sentence.lines.length * sentence.size * LEADING.sentence;
      return { sentence, head, lines, end: head + 12 + (lines.at(-1)?.drop ?? 0) };
    }),
  );
  const fitting = set.find(({ end }) => end <= bottom) ?? set.at(-1);
  if (fitting === undefined) throw new RangeError("no sizes to set words in");
  return fitting;
}

/** Draws the last page: the sentence worth sending, every source of the pages before, code and address. */
export function sourcesPage(
  story: Illustrated<Story>,
  { chapter, steps, numbers }: { chapter: Chapter; steps: readonly Step[]; numbers: readonly Fact[] },
  page: PageNumber,
  address: CarouselAddress | null,
): CarouselPage {
  const colours = story.config.paletteAt(1, "day");
  const code = address === null ? null : drawQr(address.link, CODE, [PAGE.width - PAD, PAGE.height - FOOT - 4]);
  const ids = [...steps.flatMap((step) => [...step.drawn, ...quotedFacts(step)]), ...numbers.map(({ id }) => id)];
  const notes = sourceNotes(story, ids);
  const rule = PAGE.height - FOOT - (code === null ? NAME + 30 : CODE + 16);
  const share = chapter.share === "" ? story.deck : chapter.share;
  const { told, years } = sortSources(story, ids);
  const unsorted = (all: readonly string[]) => all.map((note) => ["", note] as const);
  const wordings = [unsorted(notes), [...unsorted(told), ...years]];
  const { sentence, head, lines } = setWords(share, wordings.map(setNotes), rule - 12);
  const song = { x: PAD, face: "song", fill: colours.ink, role: "title" } as const;
  const small = { x: PAD, size: 13, fill: colours.ink, role: "note" } as const;
  const nameLine = rule + 14 + NAME;
  const beside = (code?.box.x ?? PAGE.width - PAD) - 12 - PAD;
  const shapes: readonly Shape[] = [
    ...paragraphMarks({
      ...song,
      key: "page:text",
      lines: sentence.lines,
      y: 20 + sentence.size,
      leading: sentence.size * LEADING.sentence,
      size: sentence.size,
    }),
    textMark({ ...small, key: "page:sources", text: CAROUSEL_WORDS.sources, y: head + 12, fill: colours.textRed }),
    ...lines.flatMap(({ text, x, drop, year }, index) => {
      const line = { ...small, y: head + 12 + drop, size: SOURCE.size } as const;
      return [
        ...(year === "" ? [] : [textMark({ ...line, key: `page:year:${year}`, text: year })]),
        textMark({ ...line, key: `page:source:${index}`, text, x, fill: colours.muted }),
      ];
    }),
    ruleMark({ key: "page:rule", x1: PAD, y1: rule, x2: PAGE.width - PAD, y2: rule, stroke: colours.line }),
    textMark({
      ...song,
      key: "page:name",
      text: story.title,
      y: nameLine,
      size: fitFontSize(story.title, beside, NAME, 18, "song"),
    }),
    ...(address === null || code === null
      ? []
      : [
          ...paragraphMarks({
            ...small,
            key: "page:part",
            lines: breakLines(chapter.title, 13, beside),
            y: nameLine + 24,
            leading: 18,
            fill: colours.muted,
          }),
          textMark({ ...small, key: "page:scan", text: CAROUSEL_WORDS.scan, y: code.box.y + code.box.height - 21 }),
          textMark({
            ...small,
            key: "page:address",
            text: address.typed,
            y: code.box.y + code.box.height - 2,
            size: fitFontSize(address.typed, beside, 13, 7),
          }),
          ...code.shapes,
        ]),
    ...drawFoot(story, page, "", colours).slice(1),
  ];
  return { title: CAROUSEL_WORDS.sources, description: notes.join("；"), colours, drawing: { grains: [], shapes } };
}
