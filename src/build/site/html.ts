import type { Element, ElementContent, Nodes, Properties, Root, RootContent } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { type Options, toHtml as serialize } from "hast-util-to-html";
import { type Child, h } from "hastscript";
import type { Raw } from "mdast-util-to-hast";
import { parse, parseFragment } from "parse5";

const OPTIONS: Options = {
  // Quotes within attributes, which policies have, are dangerous in browsers older than HTML5 only.
  allowDangerousCharacters: true,
  allowDangerousHtml: true,
  characterReferences: { useNamedReferences: true },
  closeEmptyElements: true,
  tightSelfClosing: true,
  upperDoctype: true,
};

/**
 * Takes over markup unchanged; only the prerendered pictures are text already. hastscript takes a node without children
 * for properties, so a root holds it.
 */
export function wrapMarkup(value: string): Root {
  const raw: Raw = { type: "raw", value };
  return h(null, [raw]);
}

export function toHtml(tree: Nodes | RootContent[]): string {
  return serialize(tree, OPTIONS);
}

export function toXml(tree: Nodes): string {
  const xml = serialize(tree, { ...OPTIONS, space: "svg", closeEmptyElements: false });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}

/** Parses a page; writes `crossorigin` without a value and line breaks without spaces around them. */
export function parsePage(html: string): Root {
  return mapElements(h(null, fromParse5(parse(html))), ({ properties, children, ...element }) => {
    const { crossOrigin, ...others } = properties;
    const tidied: Properties = crossOrigin === "" ? { crossorigin: true, ...others } : properties;
    return { ...element, properties: tidied, children: children.map(trimBreak) };
  });
}

function trimBreak(node: ElementContent): ElementContent {
  return node.type === "text" && /^\s*\n\s*$/.test(node.value) ? { ...node, value: "\n" } : node;
}

export function parseMarkup(html: string): Root {
  return h(null, fromParse5(parseFragment(html)));
}

export function buildPage(head: readonly Child[], body: readonly Child[], properties: Properties = {}): Root {
  const root = h("html", { lang: "zh-CN", ...properties }, h("head", ...head), h("body", ...body));
  return h(null, { type: "doctype" }, "\n", root, "\n");
}

export function namedMetas(contents: Readonly<Record<string, string>>): readonly Element[] {
  return Object.entries(contents).map(([name, content]) => h("meta", { name, content }));
}

/** Returns the text of a tree in one; raw markup has none. */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

export function mapElements(tree: Root, change: (element: Element) => Element): Root {
  function copy(element: Element): Element {
    const changed = change(element);
    return { ...changed, children: changed.children.map((child) => (child.type === "element" ? copy(child) : child)) };
  }

  return { ...tree, children: tree.children.map((child) => (child.type === "element" ? copy(child) : child)) };
}
