import { near } from "./near.ts";
import type { Report } from "./problem.ts";
import type { Sheet } from "./sheet.ts";
import { sheet } from "./sheet.ts";

/** The folder every file of the story is in; names of files in sources and problems begin with it. */
export const FOLDER = "story/";

/** A file named `1-pattern.md`: the first chapter, with the id `pattern`. */
export interface ChapterFile {
  readonly number: number;
  readonly id: string;
  readonly sheet: Sheet;
}

/** The story's files by what they are for; null where one is missing or empty, which has been reported. */
export interface Files {
  readonly story: Sheet | null;
  readonly after: Sheet | null;
  readonly facts: Sheet | null;
  readonly terms: Sheet | null;
  readonly site: Sheet | null;
  /** By number, then id. */
  readonly chapters: readonly ChapterFile[];
  /** Ids of chapters whose file is there but empty. */
  readonly empty: readonly string[];
}

const NEEDED = ["story.md", "after.md", "facts.yaml", "terms.yaml", "site.yaml"] as const;
const CHAPTER = /^(?<number>\d+)-(?<id>.+)\.md$/;

/** Takes the files in, in any order. Reports missing, empty and unexpected ones; `README.md` is for people. */
export function sortFiles(sources: ReadonlyMap<string, string>, report: Report): Files {
  const sheets = [...sources].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, raw]) => sheet(file, raw));
  for (const one of sheets) if (isEmpty(one)) report(one.at(0), "empty file, expected its content");
  for (const name of NEEDED) {
    if (!sources.has(FOLDER + name))
      report({ file: FOLDER + name, line: 1, column: 1 }, "missing file, expected beside the chapters");
  }
  const get = (name: (typeof NEEDED)[number]): Sheet | null =>
    sheets.find((one) => one.file === FOLDER + name && !isEmpty(one)) ?? null;
  const chapters: ChapterFile[] = [];
  const empty: string[] = [];
  for (const one of sheets) {
    const name = one.file.slice(FOLDER.length);
    const { number, id } = CHAPTER.exec(name)?.groups ?? {};
    if (!one.file.startsWith(FOLDER) || (id === undefined && !["README.md", ...NEEDED].includes(name))) {
      report(
        one.at(0),
        `unexpected file: ${one.file}, expected ${NEEDED.join(", ")} or a chapter such as 1-name.md`,
        near(name, NEEDED),
      );
    } else if (id !== undefined && isEmpty(one)) empty.push(id);
    else if (id !== undefined) chapters.push({ number: Number(number), id, sheet: one });
  }
  chapters.sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  return {
    story: get("story.md"),
    after: get("after.md"),
    facts: get("facts.yaml"),
    terms: get("terms.yaml"),
    site: get("site.yaml"),
    chapters,
    empty,
  };
}

function isEmpty({ text }: Sheet): boolean {
  return text.trim() === "";
}
