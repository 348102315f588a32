import type { Section } from "../../core/model/story.ts";
import { parseBlocks } from "./blocks.ts";
import type { CompileContext } from "./context.ts";
import type { Declaration } from "./ids.ts";
import { parseTitle } from "./inline.ts";
import { type MarkdownFile, type MarkdownSection, readYamlBlock, reportUnopened } from "./markdown.ts";
import { SECTION } from "./schema.ts";
import { validate } from "./validate.ts";
import { positionAt, valueAt } from "./yaml.ts";

export interface ParsedSection {
  readonly section: Section | null;
  readonly naming: Declaration | null;
}

export function parseSection({ source }: MarkdownFile, piece: MarkdownSection, context: CompileContext): ParsedSection {
  const { report } = context;
  const head = source.positionAt(piece.heading.from);
  const title = parseTitle(piece.title, source, context);
  if (piece.title.length === 0) report(head, "这一节没有标题，应写 ## 和标题");
  if (reportUnopened(source, piece, "section", report)) return { section: null, naming: null };
  const yaml = readYamlBlock(source, piece, "section", report);
  const text = parseBlocks(piece.body, source, context);
  if (piece.body.length === 0 && piece.fences.every(({ closed }) => closed))
    report(head, "这一节没有正文，应在 ```section 块下面写一段");
  if (yaml === null) return { section: null, naming: null };
  const record = validate(
    yaml,
    { path: [], what: "这一节", schema: SECTION, keys: Object.keys(SECTION.shape) },
    report,
  );
  const id = valueAt(yaml, ["id"]);
  const naming = typeof id === "string" ? { id, place: positionAt(yaml, ["id"]) } : null;
  return { naming, section: record === null ? null : { id: record.id, title, blocks: text } };
}
