import type { PhrasingContent, RootContent } from "mdast";
import remarkFrontmatter from "remark-frontmatter";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Fence } from "./fence.ts";
import { fenceOf } from "./fence.ts";
import type { Report } from "./problem.ts";
import { remembering } from "./remember.ts";
import type { Sheet } from "./sheet.ts";
import type { Span } from "./span.ts";
import { spanOf } from "./span.ts";

/** What stands under one `## ` heading. */
export interface Part {
  readonly heading: Span;
  readonly title: readonly PhrasingContent[];
  readonly fences: readonly Fence[];
  readonly body: readonly RootContent[];
}

/** A Markdown file cut at its headings. */
export interface Page {
  readonly sheet: Sheet;
  /** The lines between the two `---`; null where there are none. */
  readonly front: Span | null;
  readonly parts: readonly Part[];
}

/** Without CommonMark's rule for `*` and `_`, which misreads Chinese punctuation; `bold.ts` pairs the marks. */
const parser = unified()
  .data("micromarkExtensions", [{ disable: { null: ["attention"] } }])
  .use(remarkParse)
  .use(remarkFrontmatter)
  .freeze();
const treeOf = remembering((text: string) => parser.parse(text), 20);

/** Cuts a Markdown file into front matter and parts. Reports text outside the parts and headings of another depth. */
export function readPage(sheet: Sheet, report: Report): Page {
  const [first, ...rest] = treeOf(sheet.text).children;
  if (first === undefined) return { sheet, front: null, parts: [] };
  if (first.type === "yaml") {
    return { sheet, front: linesInside(sheet, spanOf(first)), parts: partsOf(sheet, rest, report) };
  }
  const unclosed = /^---[ \t]*\n/.test(sheet.text);
  if (unclosed) report(sheet.at(0), "unclosed front matter, expected a line --- at its end");
  const heading = rest.findIndex((node) => node.type === "heading" && node.depth === 2 && !isUnderlined(sheet, node));
  const nodes = unclosed ? rest.slice(heading === -1 ? rest.length : heading) : [first, ...rest];
  return { sheet, front: null, parts: partsOf(sheet, nodes, report) };
}

function partsOf(sheet: Sheet, nodes: readonly RootContent[], report: Report): readonly Part[] {
  const parts: { heading: Span; title: readonly PhrasingContent[]; fences: Fence[]; body: RootContent[] }[] = [];
  let early = false;
  for (const node of nodes) {
    const open = parts.at(-1);
    const span = spanOf(node);
    const fence = node.type === "code" ? fenceOf(sheet, node) : null;
    if (node.type === "heading" && isUnderlined(sheet, node)) {
      report(sheet.at(span.from), "underlined heading, expected ## and a title");
    } else if (node.type === "heading" && node.depth !== 2) {
      report(sheet.at(span.from), `heading of depth ${node.depth}, expected ## and a title`);
    } else if (node.type === "heading") parts.push({ heading: span, title: node.children, fences: [], body: [] });
    else if (open !== undefined) {
      if (fence === null) open.body.push(node);
      else open.fences.push(fence);
    } else if (!early) {
      early = true;
      report(sheet.at(span.from), "text before the first heading, expected ## and a title first");
    }
  }
  return parts;
}

function linesInside({ text }: Sheet, { from, to }: Span): Span {
  return { from: text.indexOf("\n", from) + 1, to: text.lastIndexOf("\n", to - 1) + 1 };
}

/** A line of `---` under a paragraph makes a heading of it, seldom on purpose. */
function isUnderlined({ text }: Sheet, node: RootContent): boolean {
  return !/^[ \t]*#/.test(text.slice(spanOf(node).from));
}
