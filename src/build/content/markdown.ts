import type { Code, Nodes, PhrasingContent, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { memoizeLatest } from "../../core/lib/memoize.ts";
import { citeUnread, type CompileContext } from "./context.ts";
import type { Report } from "./problem.ts";
import type { SourceFile } from "./source-file.ts";
import { type Offsets, offsetsOf } from "./source-text.ts";
import { didYouMean } from "./suggest.ts";
import { readYaml, type Yaml } from "./yaml.ts";

/** A fenced block; `from` and `to` enclose the lines inside. Unless `closed`, these include the text after it. */
export interface YamlBlock extends Offsets {
  readonly name: string;
  readonly start: number;
  readonly closed: boolean;
}

/** Returns null for an indented code block. */
function toYamlBlock({ text }: SourceFile, node: Code): YamlBlock | null {
  const { from: start, to: end } = offsetsOf(node);
  if (!/^(?:```|~~~)/.test(text.slice(start))) return null;
  const name = [node.lang, node.meta].filter(Boolean).join(" ") || "没有名字";
  const from = Math.min(end, text.indexOf("\n", start) + 1 || end);
  const to = Math.max(from, text.lastIndexOf("\n", end - 1) + 1);
  const ended = to < end && /^ {0,3}(?:`{3,}|~{3,})[ \t]*$/.test(text.slice(to, end));
  // The closing ``` may belong to a later block: then a heading or an opening fence lies inside.
  return { name, start, from, to, closed: ended && !/^(?:## |```)/m.test(text.slice(from, to)) };
}

/** Tells whether a part begins with the keys of a block that has lost its opening line; reports it. */
export function reportUnopened(source: SourceFile, { body }: MarkdownSection, name: string, report: Report): boolean {
  const [first] = body;
  if (first?.type !== "paragraph") return false;
  const { from, to } = offsetsOf(first);
  const mark = /^(?<mark>[^\p{Script=Han}\n]*)\n?/u.exec(source.text.slice(from, to))?.groups?.["mark"] ?? "";
  const keyed = /^(?:[^\p{L}\n]*(?:step|section)?[ \t]*\n)?(?:id|scene|kind|pace)[ \t]*[:\uFF1A]/u.test(
    source.text.slice(from, to),
  );
  if (!keyed) return false;
  const found = /^[a-z]+[ \t]*[:\uFF1A]/.test(mark) ? "这一块没有开头" : `这一块的开头写法不对：${mark.trim()}`;
  report(source.positionAt(from), `${found}，应在 id 的上一行写半角的 \`\`\`${name}`);
  return true;
}

export function readYamlBlock(
  source: SourceFile,
  { fences, heading }: { readonly fences: readonly YamlBlock[]; readonly heading: Offsets },
  name: string,
  report: Report,
): Yaml | null {
  const first = fences.find((fence) => fence.name === name);
  for (const fence of fences) {
    const place = source.positionAt(fence.start);
    if (!fence.closed) report(place, "这一块没有收尾，应在最后另起一行写 ```");
    if (fence.name !== name)
      report(place, `认不出的块：${fence.name}，应是 \`\`\`${name}`, didYouMean(fence.name, [name]));
    else if (fence !== first) report(place, `一个标题下有两个 ${name} 块，应只有一个`);
  }
  if (fences.length === 0) report(source.positionAt(heading.from), `没有 ${name} 块，应在标题下写 \`\`\`${name}`);
  return first?.closed ? readYaml(source, first.from, first.to, report) : null;
}

const NAMES: Partial<Record<Nodes["type"], string>> = {
  break: "强制换行",
  code: "缩进的或没有名字的块",
  definition: "链接定义",
  emphasis: "斜体",
  html: "HTML",
  image: "图片",
  imageReference: "图片",
  inlineCode: "代码",
  link: "链接",
  linkReference: "引用式链接",
  list: "列表",
  strong: "加粗",
  thematicBreak: "分隔线",
  yaml: "开头的 ---",
};

export function reportUnsupported(node: Nodes, source: SourceFile, context: CompileContext): void {
  const { from, to } = offsetsOf(node);
  const found = NAMES[node.type] ?? node.type;
  context.report(source.positionAt(from), `这里用不了：${found}，应只用普通的字、**加粗**、链接、> 引用和 - 列表`);
  citeUnread(source.text.slice(from, to), context);
}

export interface MarkdownSection {
  readonly heading: Offsets;
  readonly title: readonly PhrasingContent[];
  readonly fences: readonly YamlBlock[];
  readonly body: readonly RootContent[];
}

export interface MarkdownFile {
  readonly source: SourceFile;
  /** The lines between the two `---`; null when missing or unclosed. */
  readonly front: Offsets | null;
  readonly parts: readonly MarkdownSection[];
}

/** Keys at the start of a file, with or without an opening line of other dashes. */
export const UNOPENED_FRONT = /^(?:[-\u2014\uFF0D\u2013]+[ \t]*\n)?[a-z][a-z-]*[:\uFF1A]/;

/** Without CommonMark's rule for `*` and `_`, which misreads Chinese punctuation; `pairStrong` pairs the marks. */
const parser = unified()
  .data("micromarkExtensions", [{ disable: { null: ["attention"] } }])
  .use(remarkParse)
  .use(remarkFrontmatter)
  .freeze();
const treeOf = memoizeLatest((text: string) => parser.parse(text), 20);

export function parseMarkdownFile(source: SourceFile, report: Report): MarkdownFile {
  const [first, ...rest] = treeOf(source.text).children;
  if (first === undefined) return { source, front: null, parts: [] };
  if (first.type === "yaml") {
    return { source, front: linesInside(source, offsetsOf(first)), parts: partsOf(source, rest, report) };
  }
  const unclosed = /^---[ \t]*\n/.test(source.text);
  const unopened = UNOPENED_FRONT.test(source.text);
  if (unclosed) report(source.positionAt(0), "开头的 --- 没有收尾，应在最后另起一行写 ---");
  else if (unopened) report(source.positionAt(0), "开头少了 ---，应在第一行写三个半角的 ---");
  const all = [first, ...rest];
  const heading = all.findIndex((node) => node.type === "heading" && node.depth === 2 && !isUnderlined(source, node));
  const nodes = unclosed || unopened ? all.slice(heading === -1 ? all.length : heading) : all;
  return { source, front: null, parts: partsOf(source, nodes, report) };
}

function partsOf(source: SourceFile, nodes: readonly RootContent[], report: Report): readonly MarkdownSection[] {
  const parts: { heading: Offsets; title: readonly PhrasingContent[]; fences: YamlBlock[]; body: RootContent[] }[] = [];
  let early = false;
  for (const [index, node] of nodes.entries()) {
    const open = parts.at(-1);
    // Then a heading that is written wrongly opens a part all the same.
    const blockFollows = nodes[index + 1]?.type === "code";
    const span = offsetsOf(node);
    const fence = node.type === "code" ? toYamlBlock(source, node) : null;
    if (node.type === "heading" && isUnderlined(source, node)) {
      report(source.positionAt(span.from), "下面画线的标题，应写 ## 和标题");
    } else if (node.type === "heading") {
      if (node.depth !== 2) report(source.positionAt(span.from), `${node.depth} 级标题，应写 ## 和标题`);
      if (node.depth === 2 || blockFollows) parts.push({ heading: span, title: node.children, fences: [], body: [] });
    } else if (node.type === "paragraph" && blockFollows && isMeantAsHeading(source, span)) {
      const sign = source.text.slice(span.from).match(/^[#\uFF03]+/u)?.[0] ?? "";
      report(source.positionAt(span.from), `标题的写法不对：${sign}，应写半角的 ##，后面空一格`);
      parts.push({ heading: span, title: node.children, fences: [], body: [] });
    } else if (open !== undefined) {
      if (fence === null) open.body.push(node);
      else open.fences.push(fence);
    } else if (!early) {
      early = true;
      report(source.positionAt(span.from), "第一个标题前面有字，应先写 ## 和标题");
    }
  }
  return parts;
}

/** A line of its own such as 「##标题」 or 「＃＃ 标题」. */
function isMeantAsHeading({ text }: SourceFile, { from, to }: Offsets): boolean {
  return /^[#\uFF03]{1,3}[^\n#\uFF03]+$/u.test(text.slice(from, to));
}

function linesInside({ text }: SourceFile, { from, to }: Offsets): Offsets {
  return { from: text.indexOf("\n", from) + 1, to: text.lastIndexOf("\n", to - 1) + 1 };
}

function isUnderlined({ text }: SourceFile, node: RootContent): boolean {
  return !/^[ \t]*#/.test(text.slice(offsetsOf(node).from));
}
