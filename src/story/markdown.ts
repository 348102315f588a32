import type { Code, Heading, Node, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { near } from "./near.ts";
import type { Report } from "./problem.ts";
import { problem } from "./problem.ts";
import type { Sheet } from "./sheet.ts";
import type { Yaml } from "./yaml.ts";
import { readYaml } from "./yaml.ts";

/** Offsets of a node in its sheet. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What stands under one `## ` heading. */
export interface Part {
  readonly heading: Heading;
  readonly fences: readonly Code[];
  readonly body: readonly RootContent[];
}

/** A Markdown file cut at its headings. */
export interface Page {
  readonly sheet: Sheet;
  readonly front: Span | null;
  readonly parts: readonly Part[];
}

const parser = unified().use(remarkParse).use(remarkFrontmatter).freeze();

/** Cuts a Markdown file into front matter and parts. Reports text outside the parts and headings of another depth. */
export function readPage(sheet: Sheet, report: Report): Page {
  const nodes = parser.parse(sheet.text).children;
  const first = nodes[0];
  const front = first?.type === "yaml" ? frontSpan(sheet, spanOf(first)) : null;
  if (front === null && /^---[ \t]*\n/.test(sheet.text)) {
    report(problem(sheet.at(0), "unclosed front matter, expected a line --- at its end"));
  }
  const parts: { heading: Heading; fences: Code[]; body: RootContent[] }[] = [];
  for (const node of front === null ? nodes : nodes.slice(1)) {
    const open = parts.at(-1);
    if (node.type === "heading") {
      if (node.depth !== 2)
        report(problem(sheet.at(spanOf(node).from), `heading of depth ${node.depth}, expected ## and a title`));
      parts.push({ heading: node, fences: [], body: [] });
    } else if (open === undefined)
      report(problem(sheet.at(spanOf(node).from), "text before the first heading, expected ## and a title first"));
    else if (node.type === "code" && isFence(sheet, node)) open.fences.push(node);
    else open.body.push(node);
  }
  return { sheet, front, parts };
}

/** The YAML of a part's one block called `name`. Reports a block that is missing, repeated, unclosed or of another name. */
export function readBlock(sheet: Sheet, { heading, fences }: Part, name: string, report: Report): Yaml | null {
  const named = fences.filter((fence) => info(fence) === name);
  for (const fence of fences) {
    const place = sheet.at(spanOf(fence).from);
    const { closed } = inside(sheet, fence);
    if (!closed) report(problem(place, "unclosed block, expected a line ``` at its end"));
    if (info(fence) !== name)
      report(problem(place, `unknown block: ${info(fence)}, expected \`\`\`${name}`, near(info(fence), [name])));
    else if (fence !== named[0]) report(problem(place, `second ${name} block under one heading, expected one`));
  }
  const first = named[0];
  if (first === undefined) {
    if (fences.length === 0)
      report(
        problem(sheet.at(spanOf(heading).from), `${name} block missing, expected \`\`\`${name} under the heading`),
      );
    return null;
  }
  const { from, to, closed } = inside(sheet, first);
  return closed ? readYaml(sheet, from, to, report) : null;
}

/** Offsets of a node of the Markdown reader. */
export function spanOf({ position }: Node): Span {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 };
}

function frontSpan(sheet: Sheet, { from, to }: Span): Span {
  return { from: sheet.text.indexOf("\n", from) + 1, to: sheet.text.lastIndexOf("\n", to - 1) + 1 };
}

function isFence(sheet: Sheet, node: Code): boolean {
  return /^(?:```|~~~)/.test(sheet.text.slice(spanOf(node).from));
}

function info({ lang, meta }: Code): string {
  return [lang, meta].filter(Boolean).join(" ") || "without a name";
}

function inside(sheet: Sheet, node: Code): Span & { readonly closed: boolean } {
  const { from, to } = spanOf(node);
  const start = sheet.text.indexOf("\n", from) + 1;
  const end = sheet.text.lastIndexOf("\n", to - 1) + 1;
  const closed =
    start > from && end >= start && end > from && /^ {0,3}(?:`{3,}|~{3,})[ \t]*$/.test(sheet.text.slice(end, to));
  return { from: start, to: end, closed };
}
