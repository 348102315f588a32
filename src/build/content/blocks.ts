import type { List, Paragraph, RootContent } from "mdast";
import type { Block, Inline } from "../../core/model/story.ts";
import { checkProse } from "./check-prose.ts";
import type { CompileContext } from "./context.ts";
import { parseInlines } from "./inline.ts";
import { reportUnsupported } from "./markdown.ts";
import type { SourceFile } from "./source-file.ts";
import { offsetsOf, sourceText } from "./source-text.ts";

export function parseBlocks(
  nodes: readonly RootContent[],
  source: SourceFile,
  context: CompileContext,
): readonly Block[] {
  return nodes.flatMap((node): readonly Block[] => {
    if (node.type === "paragraph") return [{ type: "paragraph", children: running(node, source, context) }];
    if (node.type === "blockquote") {
      return node.children.flatMap((inner): readonly Block[] => {
        if (inner.type === "paragraph") return [{ type: "quote", children: running(inner, source, context) }];
        reportUnsupported(inner, source, context);
        return [];
      });
    }
    if (node.type === "list") return [{ type: "list", items: items(node, source, context) }];
    reportUnsupported(node, source, context);
    return [];
  });
}

/** Line beginnings that were meant as markup but parse as running text. */
const LEADS = [
  { sign: /^[ \t>]*(?<lead>#+)/mu, name: "标题的 # 后面没有空格", wanted: "空行之后写 ## 标题" },
  { sign: /^[ \t>]*(?<lead>[:\uFF1A]{2,})/mu, name: "冒号开头的一行", wanted: "写成普通的字" },
  { sign: /^[ \t>]*(?<lead>[|\uFF5C])/mu, name: "表格", wanted: "写成普通的字或 - 列表" },
  { sign: /^[ \t>]*(?<lead>-)(?=[^\s-])/mu, name: "列表的 - 后面没有空格", wanted: "写 - ，空一格再写字" },
  { sign: /^[ \t>]*(?<lead>[\u2022\u25CF\u00B7\u30FB])/mu, name: "行首的点", wanted: "写半角的 -，后面空一格" },
  // Markdown needs the ASCII signs #, - and >.
  {
    sign: /^[ \t>]*(?<lead>[\uFF03\uFF0D\uFF1E]+)/mu,
    name: "行首是全角的符号",
    wanted: "写半角的 ##、- 或 >，后面空一格",
  },
];

function running(node: Paragraph, source: SourceFile, context: CompileContext): readonly Inline[] {
  const { from, to } = offsetsOf(node);
  const text = source.text.slice(from, to);
  let leads = 0;
  for (const { sign, name, wanted } of LEADS) {
    const found = sign.exec(text);
    const lead = found?.groups?.["lead"];
    if (found === null || lead === undefined) continue;
    leads += 1;
    context.report(
      source.positionAt(from + found.index + found[0].length - lead.length),
      `${name}：${lead}，应${wanted}`,
    );
  }
  if (leads === 0) checkProse(sourceText(source, from, to, text), context, { measured: "text" });
  return parseInlines(node.children, source, context);
}

function items(list: List, source: SourceFile, context: CompileContext): readonly (readonly Inline[])[] {
  if (list.ordered) {
    context.report(source.positionAt(offsetsOf(list).from), "编号列表用不了，应写 - 列表，每项前面一个 -");
  }
  return list.children.map((item) => {
    if (item.children.length === 0)
      context.report(source.positionAt(offsetsOf(item).from), "列表里有一项是空的，应写上字");
    return item.children.flatMap((inner, index): readonly Inline[] => {
      if (inner.type === "paragraph" && index === 0) return running(inner, source, context);
      reportUnsupported(inner, source, context);
      return [];
    });
  });
}
