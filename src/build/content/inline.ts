import type { Link, PhrasingContent } from "mdast";
import type { Inline } from "../../core/model/story.ts";
import { checkProse } from "./check-prose.ts";
import type { CompileContext } from "./context.ts";
import { halfWidth } from "./half-width.ts";
import { reportUnsupported } from "./markdown.ts";
import type { Report, SourcePosition } from "./problem.ts";
import { resolveReferences, splitReferences } from "./references.ts";
import type { SourceFile } from "./source-file.ts";
import { offsetsOf, sliceText, type SourceText, sourceText } from "./source-text.ts";
import { closest, didYouMean } from "./suggest.ts";

export interface StrongMarker {
  readonly type: "mark";
  readonly place: SourcePosition;
}

/**
 * Pairs the `**` of one paragraph. CommonMark's own rule needs a space or a letter beside the marks, and so misreads
 * bold words that begin or end with Chinese punctuation.
 */
export function pairStrong(tokens: readonly (Inline | StrongMarker)[], report: Report): readonly Inline[] {
  const out: Inline[] = [];
  let open: { readonly place: SourcePosition; readonly children: Inline[] } | null = null;
  for (const token of tokens) {
    if (token.type !== "mark") (open === null ? out : open.children).push(token);
    else if (open === null) open = { place: token.place, children: [] };
    else {
      if (open.children.length === 0) report(open.place, "加粗里没有字，应写 **字**");
      out.push({ type: "strong", children: open.children });
      open = null;
    }
  }
  if (open !== null) report(open.place, "加粗没有收尾：**，应在同一段里再写一个 **");
  return open === null ? out : [...out, ...open.children];
}

export function parseInlines(
  nodes: readonly PhrasingContent[],
  source: SourceFile,
  context: CompileContext,
): readonly Inline[] {
  const tokens = nodes.flatMap((node): readonly (Inline | StrongMarker)[] => {
    if (node.type === "text") return running(textOf(node, source), context);
    if (node.type === "link") return linked(node, source, context);
    reportUnsupported(node, source, context);
    return [];
  });
  return pairStrong(tokens, context.report);
}

/** Parses a title. */
export function parseTitle(nodes: readonly PhrasingContent[], source: SourceFile, context: CompileContext): string {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (first !== undefined && last !== undefined) {
    const { from, to } = { from: offsetsOf(first).from, to: offsetsOf(last).to };
    checkProse(sourceText(source, from, to, source.text.slice(from, to)), context, { measured: "title" });
  }
  return parsePlainText(nodes, source, context);
}

function parsePlainText(nodes: readonly PhrasingContent[], source: SourceFile, context: CompileContext): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return resolveReferences(textOf(node, source), context);
      reportUnsupported(node, source, context);
      return "";
    })
    .join("");
}

function textOf(node: { readonly value: string } & PhrasingContent, source: SourceFile): SourceText {
  const { from, to } = offsetsOf(node);
  return sourceText(source, from, to, node.value);
}

/** Matches, in half-width text, bold marks and the links that CommonMark left as text for their full-width signs. */
const LEFT_OVER = /\*\*|\[(?<words>[^[\]]+)\]\((?<target>[^()]*)\)/gu;

function running(text: SourceText, context: CompileContext): readonly (Inline | StrongMarker)[] {
  const out: (Inline | StrongMarker)[] = [];
  let end = 0;
  for (const match of halfWidth(text.value).matchAll(LEFT_OVER)) {
    out.push(...splitReferences(sliceText(text, end, match.index), context));
    end = match.index + match[0].length;
    const { words: said, target = "" } = match.groups ?? {};
    if (said === undefined) out.push({ type: "mark", place: text.place(match.index, 2) });
    else {
      const label = resolveReferences(sliceText(text, match.index + 1, match.index + 1 + said.length), context);
      out.push(...aimed({ text: label, target: sliceText(text, end - 1 - target.length, end - 1) }, context));
    }
  }
  out.push(...splitReferences(sliceText(text, end, text.value.length), context));
  return out;
}

function linked(node: Link, source: SourceFile, context: CompileContext): readonly Inline[] {
  const { from, to } = offsetsOf(node);
  const last = node.children.at(-1);
  const target = sourceText(source, last === undefined ? from : offsetsOf(last).to, to, node.url);
  if (node.title) {
    context.report(source.positionAt(from), "链接里多了一个标题，应只写 [字](网址)");
  }
  return aimed({ text: parsePlainText(node.children, source, context), target }, context);
}

function aimed(
  { text, target }: { readonly text: string; readonly target: SourceText },
  context: CompileContext,
): readonly Inline[] {
  const place = target.place(0, target.value.length);
  const address = target.value.trim();
  const half = halfWidth(address);
  const id = /^term:(?<id>.*)$/u.exec(half)?.groups?.["id"]?.trim();
  if (text === "") context.report(place, "链接没有字，应写 [字](term:id)");
  if (id === undefined) {
    const [scheme = ""] = half.split(":");
    const start = /^https?:\/\/(?=\S+$)/.exec(half)?.[0];
    // After the scheme, a full-width sign may be part of the URL.
    if (start !== undefined) return [{ type: "link", href: start + address.slice(start.length), text }];
    context.report(place, `认不出的链接：${address}，应是 term:id 或 https://…`, didYouMean(scheme, ["term", "https"]));
    return [];
  }
  const known = context.terms === null || context.terms.has(id);
  if (!known) context.report(place, `没有这条小注：${id}，应是 terms.yaml 里的 id`, didYouMean(id, context.terms));
  // A misspelt id counts as a use of the closest term, so that one mistake gives one problem.
  context.onTerm(known ? id : (closest(id, context.terms) ?? id));
  return [{ type: "term", id, text }];
}
