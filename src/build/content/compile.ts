import type { SceneCatalog, Section, Story } from "../../core/model/story.ts";
import { parseSection } from "./appendix.ts";
import { checkChapterList, parseChapter } from "./chapter.ts";
import type { CompileContext } from "./context.ts";
import { parseFilms } from "./film.ts";
import { NO_FACTS, parseFacts } from "./facts.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { EMPTY_GLOSSARY, parseGlossary, resolveTerms } from "./glossary.ts";
import { checkCodes, checkIds, checkNames, type Declaration } from "./ids.ts";
import { parseMarkdownFile } from "./markdown.ts";
import { type Problem, problem, type Report, sortProblems } from "./problem.ts";
import { checkPublished, listAddresses } from "./published.ts";
import { checkRecordings } from "./recordings.ts";
import { NO_RED_LINES, parseRedLines } from "./red-lines.ts";
import { STORY_SCHEMA } from "./schema.ts";
import { parseSiteConfig } from "./site-config.ts";
import { classifyFiles, type SourceFile } from "./source-file.ts";
import { parseStep } from "./step.ts";
import { createUsage, reportUnused } from "./usage.ts";

export interface CompileResult {
  /** Null when there is any problem. */
  readonly story: Story | null;
  readonly problems: readonly Problem[];
  /** Matters of taste; they fail no build. */
  readonly warnings: readonly Problem[];
}

/**
 * Compiles the story from its source texts, keyed by path (`story/facts.yaml`), in any order. Never throws: reports the
 * problems of all files, sorted by position. `assets` has the addresses of the files in `assets/`; without it none is
 * looked for.
 */
export function compileStory(
  sources: ReadonlyMap<string, string>,
  scenes: SceneCatalog,
  assets: ReadonlySet<string> | null = null,
): CompileResult {
  const [found, doubted]: [Problem[], Problem[]] = [[], []];
  const report: Report = (place, message, hint) => void found.push(problem(place, message, hint));
  const warn: Report = (place, message, hint) => void doubted.push(problem(place, message, hint));
  const files = classifyFiles(sources, report);
  const { site, vocabulary, recordings } =
    files.site === null ? { site: null, vocabulary: null, recordings: [] } : parseSiteConfig(files.site, report);
  const redLines = files.redLines === null ? NO_RED_LINES : parseRedLines(files.redLines, vocabulary, report);
  const factTable =
    files.facts === null ? NO_FACTS : parseFacts(files.facts, { vocabulary, tables: files.tables, redLines }, report);
  const glossary = files.terms === null ? EMPTY_GLOSSARY : parseGlossary(files.terms, report);
  const used = createUsage();
  const context: CompileContext = {
    factTable,
    terms: glossary.ids,
    redLines,
    report,
    warn,
    onFact: used.cite,
    onTerm: used.gloss,
  };

  const opening = files.story === null ? null : readOpening(files.story, scenes, context);
  const chapters = files.chapters.map((file) => parseChapter(file, scenes, context));
  const terms = resolveTerms(glossary, context);
  const after = files.after === null ? null : readAfter(files.after, context);
  const front = opening?.front ?? null;
  const whole = front !== null && checkChapterList(front, { files: files.chapters, empty: files.empty }, context);

  const steps = [...(opening?.steps ?? []), ...chapters.flatMap((chapter) => chapter.steps)];
  const addressed = [...(opening?.steps ?? []), ...chapters.flatMap((one) => [one, ...one.steps]), ...(after ?? [])];
  const namings = present(addressed.map(({ naming }) => naming));
  checkIds(namings, report);
  checkNames(namings, report);
  checkCodes(chapters, report);
  const parts = [opening?.steps ?? [], ...chapters.map((one) => one.steps), after ?? []];
  const read = parts.every((list) => list.length > 0 && list.every(({ naming }) => naming !== null));
  // An unreadable part may hold the only use of a fact or term, so check only a complete story.
  if (whole && read && files.empty.length === 0) reportUnused({ factTable, glossary }, used, report);

  const told = {
    steps: present(steps.map(({ step }) => step)),
    chapters: present(chapters.map(({ chapter }) => chapter)),
  };
  const recorded = whole && read ? checkRecordings(recordings, told, assets, report) : [];
  // An unreadable step would make each shot that shows it a problem of its own.
  const films = whole && read && files.film !== null ? parseFilms(files.film, told, context) : [];
  if (whole && read && files.published !== null) checkPublished(files.published, listAddresses(chapters), report);

  const [problems, warnings] = [sortProblems(found), sortProblems(doubted)];
  if (problems.length > 0 || front === null || site === null) return { story: null, problems, warnings };
  const text = (key: string): string => front.text(key);
  const story: Story = {
    title: text("title"),
    kicker: text("kicker"),
    deck: text("deck"),
    byline: text("byline"),
    hint: text("hint"),
    description: text("description"),
    share: text("share"),
    ...told,
    facts: factTable.facts,
    terms,
    after: present((after ?? []).map(({ section }) => section)),
    site: { ...site, recordings: recorded },
    films,
  };
  return { story, problems, warnings };
}

function readOpening(source: SourceFile, scenes: SceneCatalog, context: CompileContext) {
  const page = parseMarkdownFile(source, context.report);
  const texts = ["title", "kicker", "deck", "byline", "hint", "description", "share"];
  const front = parseFrontMatter(page, { schema: STORY_SCHEMA, keys: Object.keys(STORY_SCHEMA.shape), texts }, context);
  if (page.parts.length === 0) context.report(source.positionAt(0), "没有封面，story.md 里应有一个 ## 标题");
  for (const { heading } of page.parts.slice(1)) {
    context.report(source.positionAt(heading.from), "story.md 里有第二幕，应只有封面");
  }
  return { front, steps: page.parts.map((part) => parseStep(page, part, { chapter: null, scenes }, context)) };
}

/** Id of the section below which the page links the licences. */
const LICENCES = "credits";

function readAfter(
  source: SourceFile,
  context: CompileContext,
): readonly { readonly section: Section | null; readonly naming: Declaration | null }[] {
  const page = parseMarkdownFile(source, context.report);
  if (page.front !== null) context.report(source.positionAt(0), "after.md 开头有 ---，应没有");
  if (page.parts.length === 0) context.report(source.positionAt(0), "一节也没有，应至少有一个 ## 标题");
  const sections = page.parts.map((part) => parseSection(page, part, context));
  const named = sections.every(({ naming }) => naming !== null);
  if (named && sections.length > 0 && !sections.some(({ naming }) => naming?.id === LICENCES))
    context.report(
      source.positionAt(source.text.length),
      `没有写许可的一节，应有 ## 致谢与许可，下面的 section 块写 id: ${LICENCES}`,
    );
  return sections;
}

function present<T>(list: readonly (T | null)[]): readonly T[] {
  return list.filter((item): item is T & {} => item !== null);
}
