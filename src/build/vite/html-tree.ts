import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import type { ElementTuple, NodeTree } from "../../core/lib/html.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Maps an element to its name and attributes in the host page; null removes it. */
export type NodeMapper = (
  name: string,
  attributes: Readonly<Record<string, string>>,
) => {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly bare?: boolean;
} | null;

function branch(element: Element, guest: NodeMapper): readonly NodeTree[] {
  const found = guest(element.tagName, Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])));
  if (found === null) return [];
  const { name, attributes, bare = false } = found;
  const children = bare ? [] : element.childNodes.flatMap((node) => trees(node, guest));
  const made: ElementTuple = [name, attributes, ...children];
  return [made];
}

function trees(node: Node, guest: NodeMapper): readonly NodeTree[] {
  if ("tagName" in node) return branch(node, guest);
  return "value" in node ? [node.value] : [];
}

export function parseHtmlTree(html: string, guest: NodeMapper): readonly NodeTree[] {
  return parseFragment(html).childNodes.flatMap((node) => trees(node, guest));
}
