import { escapeHtml } from "../lib/html.ts";

export interface ElementTree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | true | undefined>>;
  readonly children: readonly (ElementTree | string)[];
}

const VOID = new Set(["img", "source"]);

function write({ name, attributes }: ElementTree, content: string): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? "" : ` ${key}="${value === true ? "" : escapeHtml(value)}"`))
    .join("");
  return VOID.has(name) ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

function inline(node: ElementTree | string): string {
  return typeof node === "string" ? escapeHtml(node) : write(node, node.children.map(inline).join(""));
}

/**
 * Gives each child of a figure its own line, for editors who read the code. It is well-formed XML, too: content systems
 * refuse other code, or lose it.
 */
export function elementTreeToHtml(markup: ElementTree): string {
  if (markup.name !== "figure") return inline(markup);
  return write(markup, `${markup.children.map((child) => `\n  ${inline(child)}`).join("")}\n`);
}
