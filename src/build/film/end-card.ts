import { type Film, STORY_FILM } from "../../core/model/film.ts";
import type { BasePalette, Shape } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Chapter, Story } from "../../core/model/story.ts";
import { FILM_WORDS } from "../../core/model/strings.ts";
import { paragraphMarks, rectMark, ruleMark, textMark } from "../../core/picture/marks.ts";
import { breakLines, fitFontSize } from "../../core/picture/text.ts";
import { drawQr } from "../images/qr.ts";
import { FILM_SCREEN } from "../../core/model/size.ts";
import { COVERED, type FilmAddress, type Frame } from "./screen.ts";

const PAD = 26;
const RIGHT = FILM_SCREEN.width - COVERED.right;
const ROOM = RIGHT - PAD;
const WORDS = { size: 36, leading: 1.3, top: COVERED.top + 16 } as const;
const CODE = 156;
const NAME = 30;
const SMALL = { size: 13, leading: 19 } as const;
const SOURCE = { size: 11, leading: 16 } as const;

/** Draws the last frame: words, story, code, address and source, all where no platform covers them. */
export function drawEndCard(story: Illustrated<Story>, film: Film, address: FilmAddress | null): Frame {
  const colours = story.config.paletteAt(1, "day");
  const { background, ink, muted, line } = colours;
  const lines = film.end.text.split("|").flatMap((part) => breakLines(part, WORDS.size, ROOM, "song"));
  const rule = WORDS.top + lines.length * WORDS.size * WORDS.leading + 18;
  const sources = breakLines(story.byline, SOURCE.size, ROOM);
  const source = FILM_SCREEN.height - COVERED.bottom - 8 - (sources.length - 1) * SOURCE.leading;
  const shapes: readonly Shape[] = [
    rectMark({ key: "end:ground", x: 0, y: 0, width: FILM_SCREEN.width, height: FILM_SCREEN.height, fill: background }),
    ...paragraphMarks({
      key: "end:text",
      lines,
      x: PAD,
      y: WORDS.top + WORDS.size,
      leading: WORDS.size * WORDS.leading,
      size: WORDS.size,
      face: "song",
      fill: ink,
      role: "title",
    }),
    ruleMark({ key: "end:rule", x1: PAD, y1: rule, x2: RIGHT, y2: rule, stroke: line }),
    ...drawStory(story, film, rule + 20, address, colours),
    ...paragraphMarks({
      key: "end:source",
      lines: sources,
      x: PAD,
      y: source,
      leading: SOURCE.leading,
      size: SOURCE.size,
      fill: muted,
      role: "note",
    }),
  ];
  return { drawing: { grains: [], shapes }, background };
}

/** A numeral that begins the chapter's name says nothing of its own. */
function nameChapter({ numeral, official }: Chapter): string {
  return official.startsWith(numeral) ? official : `${numeral} ${official}`;
}

/** Draws the story's name, the film's part of it and, with a public address, the way there. */
function drawStory(
  story: Story,
  film: Film,
  top: number,
  address: FilmAddress | null,
  { ink, muted }: BasePalette,
): readonly Shape[] {
  const chapter = story.chapters.find(({ id }) => id === film.id);
  const whole = film.id === STORY_FILM || chapter === undefined;
  const code = address === null ? null : drawQr(address.link, CODE, [RIGHT, top + CODE]);
  const room = (code?.box.x ?? RIGHT) - 14 - PAD;
  const small = { x: PAD, size: SMALL.size, fill: ink, role: "note" } as const;
  const part = breakLines(whole ? story.kicker : nameChapter(chapter), SMALL.size, room);
  return [
    textMark({
      key: "end:name",
      text: story.title,
      x: PAD,
      y: top + NAME * 0.9,
      size: fitFontSize(story.title, room, NAME, 18, "song"),
      face: "song",
      fill: ink,
      role: "title",
    }),
    ...paragraphMarks({
      ...small,
      key: "end:part",
      lines: part,
      y: top + NAME + 20,
      leading: SMALL.leading,
      fill: muted,
    }),
    ...(address === null || code === null
      ? []
      : [
          textMark({ ...small, key: "end:scan", text: FILM_WORDS.scan, y: top + CODE - 26 }),
          textMark({
            ...small,
            key: "end:address",
            text: address.typed,
            y: top + CODE - 5,
            size: fitFontSize(address.typed, room, SMALL.size, 7),
          }),
          ...code.shapes,
        ]),
  ];
}
