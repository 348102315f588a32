import type { ChapterFile } from "./files.ts";
import type { Front } from "./front.ts";
import { readFront } from "./front.ts";
import type { Naming } from "./ids.ts";
import { readPage } from "./page.ts";
import type { Chapter, SceneWords } from "./model.ts";
import { near } from "./near.ts";
import type { Reading } from "./reading.ts";
import { CHAPTER } from "./schema.ts";
import type { ReadStep } from "./step.ts";
import { readStep } from "./step.ts";
import { halfWidth } from "./width.ts";
import { lengthAt, passageAt, placeAt, valueAt } from "./yaml.ts";
import type { Yaml } from "./yaml.ts";

/** A chapter file as read. */
export interface ReadChapter {
  readonly chapter: Chapter | null;
  readonly naming: Naming | null;
  readonly steps: readonly ReadStep[];
}

const NUMERALS = ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

/** Names that the built site has for itself where a chapter's page would stand. */
const FOLDERS = new Set(
  "assets cards code codes data edition embed facts long oembed pictures posters stills story v1".split(" "),
);

/** Reads one chapter file: its front matter and a step for every heading. */
export function readChapter({ id, number, sheet }: ChapterFile, scenes: SceneWords, reading: Reading): ReadChapter {
  const { report } = reading;
  const page = readPage(sheet, report);
  const texts = ["numeral", "title", "subtitle"];
  const front = readFront(page, { schema: CHAPTER, keys: Object.keys(CHAPTER.shape), texts }, reading);
  if (page.parts.length === 0) report(sheet.at(0), "chapter without steps, expected at least one ## heading");
  const steps = page.parts.map((part) => readStep(page, part, { chapter: id, scenes }, reading));
  if (front === null) return { chapter: null, naming: null, steps };
  const { yaml, record, text } = front;
  if (record !== null && record.id !== id) {
    report(placeAt(yaml, ["id"]), `chapter id differs from its file: found ${record.id}, expected ${id}`);
  }
  if (record !== null && FOLDERS.has(record.id)) {
    report(placeAt(yaml, ["id"]), `chapter id is a folder of the built site: ${record.id}, expected another name`);
  }
  const numeral = NUMERALS[number - 1];
  if (record !== null && numeral !== undefined && record.numeral !== numeral) {
    report(placeAt(yaml, ["numeral"]), `numeral differs from its file: found ${record.numeral}, expected ${numeral}`);
  }
  const given = valueAt(yaml, ["id"]);
  const naming = typeof given === "string" ? { id: given, place: placeAt(yaml, ["id"]) } : null;
  const picture = pictured(yaml, record, steps, reading);
  const chapter = { id, numeral: text("numeral"), title: text("title"), subtitle: text("subtitle"), picture };
  return { chapter: record === null ? null : chapter, naming, steps };
}

/** Id of the step whose picture stands for a chapter: the one it names, or its first. */
function pictured(
  yaml: Yaml,
  record: { readonly picture?: string | null | undefined } | null,
  steps: readonly ReadStep[],
  { report }: Reading,
): string {
  const ids = steps.flatMap(({ naming }) => (naming === null ? [] : [naming.id]));
  const named = record?.picture ?? null;
  if (named !== null && !ids.includes(named)) {
    report(placeAt(yaml, ["picture"]), `unknown step: ${named}, expected one of the chapter`, near(named, ids));
  }
  return named ?? ids[0] ?? "";
}

/** The chapter files and the list of chapters in `story.md`, which have to agree. */
interface Listing {
  readonly files: readonly ChapterFile[];
  /** Ids whose file is there but empty. */
  readonly empty: readonly string[];
}

/**
 * Checks that `story.md` lists exactly the chapters there are, in the order of their numbers.
 * Returns false when a listed chapter has no file, so that part of the story is not there to judge.
 */
export function checkListing(front: Front<unknown>, { files, empty }: Listing, { report }: Reading): boolean {
  const { yaml } = front;
  if (!Array.isArray(valueAt(yaml, ["chapters"]))) return false;
  const listed = listedIds(yaml);
  const ids = files.map(({ id }) => id);
  let whole = true;
  listed.forEach(({ id, place }, index) => {
    const number = files.find((file) => file.id === id)?.number;
    if (listed.findIndex((one) => one.id === id) !== index) report(place, `chapter listed twice: ${id}, expected once`);
    else if (number === undefined && !empty.includes(id)) {
      whole = false;
      report(place, `chapter without file: ${id}, expected story/${index + 1}-${id}.md`, near(id, ids));
    } else if (number !== undefined && number !== index + 1) {
      report(
        place,
        `chapter out of order: ${id} is number ${index + 1} here and ${number} in its file name, expected the same`,
      );
    }
  });
  for (const { id, sheet } of files) {
    if (!listed.some((one) => one.id === id))
      report(sheet.at(0), `chapter not listed: ${id}, expected under chapters in story.md`);
  }
  return whole;
}

function listedIds(yaml: Yaml): readonly Naming[] {
  return Array.from({ length: lengthAt(yaml, ["chapters"]) }).flatMap((_, index): readonly Naming[] => {
    const item = passageAt(yaml, ["chapters", index]);
    return [...halfWidth(item.value).matchAll(/[^,、\s]+/gu)].map((match) => ({
      id: match[0],
      place: item.place(match.index, match[0].length),
    }));
  });
}
