import { checkListing, readChapter } from "./chapter.ts";
import { sortFiles } from "./files.ts";
import { readFront } from "./front.ts";
import { NO_GLOSSARY, readGlossary, readTerms } from "./glossary.ts";
import type { Naming } from "./ids.ts";
import { checkIds } from "./ids.ts";
import { NO_LEDGER, readLedger } from "./ledger.ts";
import { readPage } from "./page.ts";
import type { SceneWords, Section, Story } from "./model.ts";
import type { Problem, Report } from "./problem.ts";
import { inOrder, problem } from "./problem.ts";
import type { Reading } from "./reading.ts";
import { STORY } from "./schema.ts";
import { readSection } from "./section.ts";
import type { Sheet } from "./sheet.ts";
import { readSite } from "./site.ts";
import { readStep } from "./step.ts";
import { checkUse, tally } from "./use.ts";

/** A story, or why there is none. */
export interface Compiled {
  /** Null when there is any problem. */
  readonly story: Story | null;
  /** Every problem of every file, in order of reading. */
  readonly problems: readonly Problem[];
}

/**
 * Makes the typed story from the text of its files (`story/facts.yaml` and so on) and the scenes there are.
 * Total: whatever the files hold, it returns; the order of the sources does not matter.
 */
export function compile(sources: ReadonlyMap<string, string>, scenes: SceneWords): Compiled {
  const found: Problem[] = [];
  const report: Report = (place, message, hint) => void found.push(problem(place, message, hint));
  const files = sortFiles(sources, report);
  const ledger = files.facts === null ? NO_LEDGER : readLedger(files.facts, report);
  const glossary = files.terms === null ? NO_GLOSSARY : readGlossary(files.terms, report);
  const used = tally();
  const reading: Reading = { ledger, terms: glossary.ids, report, cite: used.cite, gloss: used.gloss };

  const opening = files.story === null ? null : readOpening(files.story, scenes, reading);
  const chapters = files.chapters.map((file) => readChapter(file, scenes, reading));
  const terms = readTerms(glossary, reading);
  const after = files.after === null ? null : readAfter(files.after, reading);
  const site = files.site === null ? null : readSite(files.site, report);
  const front = opening?.front ?? null;
  const whole = front !== null && checkListing(front, { files: files.chapters, empty: files.empty }, reading);

  const steps = [...(opening?.steps ?? []), ...chapters.flatMap((chapter) => chapter.steps)];
  const addressed = [...(opening?.steps ?? []), ...chapters.flatMap((one) => [one, ...one.steps]), ...(after ?? [])];
  checkIds(present(addressed.map(({ naming }) => naming)), report);
  const parts = [opening?.steps ?? [], ...chapters.map((one) => one.steps), after ?? []];
  const read = parts.every((list) => list.length > 0 && list.every(({ naming }) => naming !== null));
  // What could not be read may use what nothing else does.
  if (whole && read && files.empty.length === 0) checkUse({ ledger, glossary }, used, report);

  const problems = inOrder(found);
  if (problems.length > 0 || front === null || site === null) return { story: null, problems };
  const text = (key: string): string => front.text(key);
  const story: Story = {
    title: text("title"),
    kicker: text("kicker"),
    deck: text("deck"),
    byline: text("byline"),
    hint: text("hint"),
    description: text("description"),
    chapters: present(chapters.map(({ chapter }) => chapter)),
    steps: present(steps.map(({ step }) => step)),
    facts: ledger.facts,
    terms,
    after: present((after ?? []).map(({ section }) => section)),
    site,
  };
  return { story, problems };
}

function readOpening(sheet: Sheet, scenes: SceneWords, reading: Reading) {
  const page = readPage(sheet, reading.report);
  const texts = ["title", "kicker", "deck", "byline", "hint", "description"];
  const front = readFront(page, { schema: STORY, keys: Object.keys(STORY.shape), texts }, reading);
  if (page.parts.length === 0) reading.report(sheet.at(0), "cover missing, expected one ## heading in story.md");
  for (const { heading } of page.parts.slice(1)) {
    reading.report(sheet.at(heading.from), "second step in story.md, expected only the cover");
  }
  return { front, steps: page.parts.map((part) => readStep(page, part, { chapter: null, scenes }, reading)) };
}

function readAfter(
  sheet: Sheet,
  reading: Reading,
): readonly { readonly section: Section | null; readonly naming: Naming | null }[] {
  const page = readPage(sheet, reading.report);
  if (page.front !== null) reading.report(sheet.at(0), "front matter in after.md, expected none");
  if (page.parts.length === 0) reading.report(sheet.at(0), "no sections, expected at least one ## heading");
  return page.parts.map((part) => readSection(page, part, reading));
}

function present<T>(list: readonly (T | null)[]): readonly T[] {
  return list.filter((item): item is T & {} => item !== null);
}
