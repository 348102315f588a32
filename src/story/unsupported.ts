import type { Nodes } from "mdast";
import { spanOf } from "./span.ts";
import type { Report } from "./problem.ts";
import type { Sheet } from "./sheet.ts";

const NAMES: Partial<Record<Nodes["type"], string>> = {
  break: "a forced line break",
  code: "an indented or unnamed block",
  definition: "a link definition",
  emphasis: "slanted text",
  html: "html",
  image: "an image",
  imageReference: "an image",
  inlineCode: "code",
  link: "a link",
  linkReference: "a link by reference",
  list: "a list",
  strong: "bold text",
  thematicBreak: "a dividing line",
  yaml: "front matter",
};

/** Reports Markdown that a story cannot show here. */
export function unsupported(node: Nodes, sheet: Sheet, report: Report): void {
  const found = NAMES[node.type] ?? node.type;
  report(
    sheet.at(spanOf(node).from),
    `unsupported markdown: ${found}, expected plain words, **bold**, links, > quotes or - lists`,
  );
}
