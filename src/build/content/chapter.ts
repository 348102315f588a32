import { CAROUSEL_STEPS, type Chapter, type SceneCatalog } from "../../core/model/story.ts";
import type { CompileContext } from "./context.ts";
import { type FrontMatter, parseFrontMatter } from "./front-matter.ts";
import { halfWidth } from "./half-width.ts";
import type { Declaration } from "./ids.ts";
import { parseMarkdownFile } from "./markdown.ts";
import { CHAPTER } from "./schema.ts";
import type { ChapterFile } from "./source-file.ts";
import { type ParsedStep, parseStep } from "./step.ts";
import { didYouMean } from "./suggest.ts";
import { lengthAt, positionAt, textAt, valueAt, type Yaml } from "./yaml.ts";

export interface ParsedChapter {
  readonly chapter: Chapter | null;
  readonly naming: Declaration | null;
  readonly steps: readonly ParsedStep[];
}

const NUMERALS = ["壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

/** Folders of the built site: a chapter's page would collide with them. */
const FOLDERS = new Set(
  "assets cards carousels code codes data edition embed facts films long oembed pictures posters stills story v1".split(
    " ",
  ),
);

export function parseChapter(
  { id, number, source }: ChapterFile,
  scenes: SceneCatalog,
  context: CompileContext,
): ParsedChapter {
  const { report } = context;
  const page = parseMarkdownFile(source, report);
  const texts = ["numeral", "official", "title", "subtitle", "share", "emblem"];
  const front = parseFrontMatter(page, { schema: CHAPTER, keys: Object.keys(CHAPTER.shape), texts }, context);
  if (page.parts.length === 0) report(source.positionAt(0), "这一章没有一幕，应至少有一个 ## 标题");
  const steps = page.parts.map((part) => parseStep(page, part, { chapter: id, scenes }, context));
  if (front === null) return { chapter: null, naming: null, steps };
  const { yaml, record, text } = front;
  if (record !== null && record.id !== id) {
    report(positionAt(yaml, ["id"]), `章的 id 与文件名不同：写的是 ${record.id}，应是 ${id}`);
  }
  if (record !== null && FOLDERS.has(record.id)) {
    report(positionAt(yaml, ["id"]), `章的 id 与网站里的文件夹重名：${record.id}，应换一个`);
  }
  const numeral = NUMERALS[number - 1];
  if (record !== null && record.epilogue !== true && numeral !== undefined && record.numeral !== numeral) {
    report(positionAt(yaml, ["numeral"]), `章的次序字与文件名不同：写的是 ${record.numeral}，应是 ${numeral}`);
  }
  const given = valueAt(yaml, ["id"]);
  const naming = typeof given === "string" ? { id: given, place: positionAt(yaml, ["id"]) } : null;
  const ids = steps.flatMap((step) => (step.naming === null ? [] : [step.naming.id]));
  const picture = pictured(yaml, record, ids, context);
  const carousel = readCarousel(yaml, record, ids, context);
  const chapter = {
    id,
    numeral: text("numeral"),
    official: text("official") || text("title"),
    title: text("title"),
    subtitle: text("subtitle"),
    share: text("share"),
    picture,
    emblem: text("emblem"),
    carousel,
  };
  return { chapter: record === null ? null : chapter, naming, steps };
}

function pictured(
  yaml: Yaml,
  record: { readonly picture?: string | null | undefined } | null,
  ids: readonly string[],
  { report }: CompileContext,
): string {
  const named = record?.picture ?? null;
  if (named !== null && !ids.includes(named)) {
    report(
      positionAt(yaml, ["picture"]),
      `这一章没有这一幕：${named}，应是这一章里某一幕的 id`,
      didYouMean(named, ids),
    );
  }
  return named ?? ids[0] ?? "";
}

/** Reads which steps are pages of the chapter's carousel: by default all, but no more than a carousel takes. */
function readCarousel(
  yaml: Yaml,
  record: { readonly carousel?: readonly string[] | null | undefined } | null,
  ids: readonly string[],
  { report }: CompileContext,
): readonly string[] {
  const listed = record?.carousel ?? null;
  const most = CAROUSEL_STEPS;
  if (listed === null) {
    if (record !== null && ids.length > most) {
      const message = `这一章有 ${ids.length} 幕，组图最多放 ${most} 幕，应在这里写 carousel，列出要放的`;
      report(positionAt(yaml, ["id"]), message, `例如 carousel: [${ids.slice(0, 3).join(", ")}]`);
    }
    return ids.slice(0, most);
  }
  listed.forEach((id, index) => {
    const place = positionAt(yaml, ["carousel", index]);
    if (!ids.includes(id)) report(place, `这一章没有这一幕：${id}，应是这一章里某一幕的 id`, didYouMean(id, ids));
    else if (listed.indexOf(id) !== index) report(place, `组图里列了两次：${id}，应只列一次`);
  });
  if (listed.length > most) {
    const place = positionAt(yaml, ["carousel", most]);
    report(place, `组图列了 ${listed.length} 幕，应在 ${most} 幕以内`, "从这一幕起删去");
  }
  return ids.filter((id) => listed.includes(id));
}

interface Listing {
  readonly files: readonly ChapterFile[];
  readonly empty: readonly string[];
}

/** Returns false when the list or a listed chapter's file is missing: unused facts and terms are unknown then. */
export function checkChapterList(
  front: FrontMatter<unknown>,
  { files, empty }: Listing,
  { report }: CompileContext,
): boolean {
  const { yaml } = front;
  if (!Array.isArray(valueAt(yaml, ["chapters"]))) return false;
  const listed = listedIds(yaml);
  const ids = files.map(({ id }) => id);
  let whole = true;
  listed.forEach(({ id, place }, index) => {
    const number = files.find((file) => file.id === id)?.number;
    if (listed.findIndex((one) => one.id === id) !== index) report(place, `这一章列了两次：${id}，应只列一次`);
    else if (number === undefined && !empty.includes(id)) {
      whole = false;
      report(place, `这一章没有文件：${id}，应有 story/${index + 1}-${id}.md`, didYouMean(id, ids));
    } else if (number !== undefined && number !== index + 1) {
      report(place, `章的次序不同：${id} 在这里是第 ${index + 1} 章，文件名里是 ${number}，应一致`);
    }
  });
  for (const { id, source } of files) {
    if (!listed.some((one) => one.id === id))
      report(source.positionAt(0), `这一章没有列出：${id}，应写进 story.md 的 chapters`);
  }
  return whole;
}

function listedIds(yaml: Yaml): readonly Declaration[] {
  return Array.from({ length: lengthAt(yaml, ["chapters"]) }).flatMap((_, index): readonly Declaration[] => {
    const item = textAt(yaml, ["chapters", index]);
    return [...halfWidth(item.value).matchAll(/[^,、\s]+/gu)].map((match) => ({
      id: match[0],
      place: item.place(match.index, match[0].length),
    }));
  });
}
