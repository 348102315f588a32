import type { BasePalette, Shape } from "../../core/model/picture.ts";
import type { Illustrated } from "../../core/model/scene-config.ts";
import type { Chapter, Fact, Step, Story } from "../../core/model/story.ts";
import { paragraphMarks, textMark } from "../../core/picture/marks.ts";
import { splitNumber } from "../../core/picture/numeral.ts";
import { textWidth } from "../../core/picture/text.ts";
import type { ShareTarget } from "./share-targets.ts";

/** The number or word that stands for a step; `name` says what a number counts. */
export interface Emblem {
  readonly text: string;
  readonly name: string;
}

const YEAR = /^(?:19|20)\d\d\D?$/u;

/** Tells whether a fact's text has a number that counts something, and is no year. */
export function isCounted({ value, text }: Pick<Fact, "value" | "text">): boolean {
  return value !== null && /\d/u.test(text) && !YEAR.test(text);
}

/** Takes a place's number or word: the start page has its title instead. */
export function emblemAt(story: Illustrated<Story>, { chapter, step, whole }: ShareTarget): Emblem | null {
  if (!whole) return emblemOf(story, step);
  return chapter === null ? null : chapterEmblem(story, chapter, step);
}

/**
 * Takes the editors' own emblem, else the number in a data step's title, else the first that its scene draws; null for
 * the picture alone. A number that has not come about keeps its status: 「预计3%左右」.
 */
export function emblemOf(story: Illustrated<Story>, step: Step): Emblem | null {
  return step.emblem === null ? defaultEmblem(story, step) : ownEmblem(story, step.emblem, step.facts);
}

/** Takes a chapter's own emblem, else that of the step that represents it. */
function chapterEmblem(story: Illustrated<Story>, chapter: Chapter, step: Step): Emblem | null {
  const own = story.steps.filter((one) => one.chapter === chapter.id).flatMap(({ facts }) => facts);
  return chapter.emblem === "" ? emblemOf(story, step) : ownEmblem(story, chapter.emblem, own);
}

/** Reads the editors' emblem; a number has the name of the fact that it prints. */
function ownEmblem({ facts }: Story, text: string, ids: readonly string[]): Emblem | null {
  const numbers = facts.filter((fact) => fact.value !== null && /\d/u.test(fact.text) && ids.includes(fact.id));
  const name = numbers.find((fact) => text.endsWith(fact.text))?.name ?? "";
  return text === "" ? null : { text, name };
}

function defaultEmblem({ facts, config, site }: Illustrated<Story>, step: Step): Emblem | null {
  if (step.kind !== "data") return null;
  const ids = config.scenes[step.scene]?.facts ?? [];
  const counted = facts.filter(isCounted);
  const titled = counted.find(({ id, text }) => step.drawn.includes(id) && step.title.includes(text));
  const leading = titled ?? ids.flatMap((id) => counted.filter((fact) => fact.id === id)).at(0);
  if (leading === undefined) return null;
  const { status, text, name } = leading;
  return { text: site.hoped.includes(status) ? status + text : text, name };
}

/** Longest word that stays in one line. */
const ONE_LINE = 4;

/** Depth of Han signs below the line that figures stand on, em. */
const DESCENT = 0.1;

/** Size of a unit beside its number: legible where the square is a thumbnail. */
const UNIT = 0.34;

/** A box that an emblem is set in, on its lower edge, px. */
interface Place {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** Sets an emblem in heavy Song as large as its place allows. */
export function drawEmblem(key: string, { text }: Emblem, place: Place, colours: BasePalette): readonly Shape[] {
  return /\d/u.test(text) ? setNumber(key, text, place, colours) : setWord(key, text, place, colours);
}

function setNumber(
  key: string,
  text: string,
  { left, bottom, width, height }: Place,
  { textRed, ink }: BasePalette,
): readonly Shape[] {
  const parts = splitNumber(text).map((part, index) => ({ part, figure: index === 1, scale: index === 1 ? 1 : UNIT }));
  const em = parts.reduce((sum, { part, scale }) => sum + textWidth(part, scale, "song"), 0);
  const size = Math.min(height / 0.76, width / em);
  let x = left;
  return parts.flatMap(({ part, figure, scale }, index) => {
    if (part === "") return [];
    const type = { face: "song", fill: figure ? textRed : ink, role: figure ? "value" : "unit" } as const;
    const mark = textMark({ ...type, key: `${key}:${index}`, text: part, x, y: bottom, size: size * scale });
    x += textWidth(part, size * scale, "song");
    return [mark];
  });
}

function setWord(
  key: string,
  text: string,
  { left, bottom, width, height }: Place,
  { ink }: BasePalette,
): readonly Shape[] {
  const half = Math.ceil(text.length / 2);
  const lines = text.length > ONE_LINE ? [text.slice(0, half), text.slice(half)] : [text];
  const leading = 1.16;
  const tallest = height / (0.86 + DESCENT + (lines.length - 1) * leading);
  const size = Math.min(tallest, ...lines.map((line) => width / textWidth(line, 1, "song")));
  const y = bottom - (DESCENT + (lines.length - 1) * leading) * size;
  return paragraphMarks({
    key,
    lines,
    x: left,
    y,
    leading: size * leading,
    size,
    face: "song",
    fill: ink,
    role: "title",
  });
}
