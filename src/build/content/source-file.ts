import type { Report, SourcePosition } from "./problem.ts";
import { didYouMean } from "./suggest.ts";

/** A story file without byte order mark and with `\n` as line ends; lines and columns stay those of an editor. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
  readonly positionAt: (offset: number) => SourcePosition;
}

export function createSourceFile(file: string, raw: string): SourceFile {
  const text = raw.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const starts = [0];
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  const at = (offset: number): SourcePosition => {
    const inside = Math.max(0, Math.min(offset, text.length));
    const line = lastAtMost(starts, inside);
    return { file, line: line + 1, column: inside - (starts[line] ?? 0) + 1 };
  };
  return { file, text, positionAt: at };
}

function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const STORY_FOLDER = "story/";

export interface ChapterFile {
  readonly number: number;
  readonly id: string;
  readonly source: SourceFile;
}

/** Null stands for a file that is missing, empty or garbled, which has been reported; `empty` lists such chapters. */
export interface StoryFiles {
  readonly story: SourceFile | null;
  readonly after: SourceFile | null;
  readonly facts: SourceFile | null;
  readonly terms: SourceFile | null;
  readonly site: SourceFile | null;
  /** May be missing. */
  readonly redLines: SourceFile | null;
  /** May be missing. */
  readonly published: SourceFile | null;
  /** May be missing. */
  readonly film: SourceFile | null;
  readonly chapters: readonly ChapterFile[];
  /** Tables of yearly values by file name. */
  readonly tables: ReadonlyMap<string, SourceFile>;
  readonly empty: readonly string[];
}

const NEEDED = ["story.md", "after.md", "facts.yaml", "terms.yaml", "site.yaml"] as const;
const OPTIONAL = ["red-lines.yaml", "published.yaml", "film.yaml"] as const;
const TABLE = /^[a-z0-9-]+\.csv$/;
const CHAPTER = /^(?<number>\d+)-(?<id>.+)\.md$/;

export function classifyFiles(sources: ReadonlyMap<string, string>, report: Report): StoryFiles {
  const sheets = [...sources].sort(([a], [b]) => (a < b ? -1 : 1)).map(([file, raw]) => createSourceFile(file, raw));
  for (const one of sheets) {
    if (isEmpty(one)) report(one.positionAt(0), "文件是空的，应有内容");
    else if (isHuge(one))
      report(one.positionAt(0), `文件有 ${one.text.length} 个字，应在 ${MOST} 个以内，多半是贴进了别的东西`);
    else if (isGarbled(one)) {
      const encoding = one.text.includes("\0") ? "UTF-16" : "GBK";
      report(
        one.positionAt(Math.max(0, one.text.search(GARBLED))),
        `文件不是 UTF-8 编码，像是 ${encoding}，应在编辑器里另存为 UTF-8`,
      );
    }
  }
  for (const name of NEEDED) {
    if (!sources.has(STORY_FOLDER + name))
      report({ file: STORY_FOLDER + name, line: 1, column: 1 }, "没有这个文件，应放在各章旁边");
  }
  const get = (name: (typeof NEEDED | typeof OPTIONAL)[number]): SourceFile | null =>
    sheets.find((one) => one.file === STORY_FOLDER + name && isReadable(one)) ?? null;
  const chapters: ChapterFile[] = [];
  const empty: string[] = [];
  const tables = new Map<string, SourceFile>();
  for (const one of sheets) {
    const name = one.file.slice(STORY_FOLDER.length);
    const { number, id } = CHAPTER.exec(name)?.groups ?? {};
    if (one.file.startsWith(STORY_FOLDER) && TABLE.test(name)) {
      tables.set(name, one);
      continue;
    }
    if (
      !one.file.startsWith(STORY_FOLDER) ||
      (id === undefined && !["README.md", ...NEEDED, ...OPTIONAL].includes(name))
    ) {
      report(
        one.positionAt(0),
        `认不出的文件：${one.file}，应是 ${[...NEEDED, ...OPTIONAL].join("、")}，或 1-name.md 这样的一章`,
        didYouMean(name, NEEDED),
      );
    } else if (id !== undefined && !isReadable(one)) empty.push(id);
    else if (id !== undefined) chapters.push({ number: Number(number), id, source: one });
  }
  chapters.sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1));
  return {
    story: get("story.md"),
    after: get("after.md"),
    facts: get("facts.yaml"),
    terms: get("terms.yaml"),
    site: get("site.yaml"),
    redLines: get("red-lines.yaml"),
    published: get("published.yaml"),
    film: get("film.yaml"),
    chapters,
    tables,
    empty,
  };
}

/** A byte that is no UTF-8 is decoded as U+FFFD, and half of UTF-16's bytes are 0 beside ASCII. */
const GARBLED = /[\uFFFD\0]/u;

function isGarbled({ text }: SourceFile): boolean {
  return GARBLED.test(text);
}

/** Characters of a file: the longest of a real story has a fifth of it. Parsing more takes seconds. */
const MOST = 200_000;

function isHuge({ text }: SourceFile): boolean {
  return text.length > MOST;
}

export function isReadable(one: SourceFile): boolean {
  return !isEmpty(one) && !isGarbled(one) && !isHuge(one);
}

function isEmpty({ text }: SourceFile): boolean {
  return text.trim() === "";
}
