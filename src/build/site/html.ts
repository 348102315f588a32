import type { Nodes, RootContent } from "hast";
import { type Options, toHtml as serialize } from "hast-util-to-html";
import type { Raw } from "mdast-util-to-hast";

const OPTIONS: Options = {
  // Quotes within attributes, which policies have, are dangerous in browsers older than HTML5 only.
  allowDangerousCharacters: true,
  allowDangerousHtml: true,
  characterReferences: { useNamedReferences: true },
  closeEmptyElements: true,
  tightSelfClosing: true,
  upperDoctype: true,
};

/** Takes over markup unchanged. Only the prerendered pictures are text already. */
export function rawMarkup(value: string): Raw {
  return { type: "raw", value };
}

export function toHtml(tree: Nodes | RootContent[]): string {
  return serialize(tree, OPTIONS);
}

/** Writes a tree as an XML file, with the declaration. */
export function toXml(tree: Nodes): string {
  const xml = serialize(tree, { ...OPTIONS, space: "svg", closeEmptyElements: false });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}\n`;
}
