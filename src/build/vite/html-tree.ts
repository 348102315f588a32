import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import type { ElementTuple, NodeTree } from "../../core/lib/html.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What an element of the page becomes in another's page: its name and attributes, or null where it is left out. */
export type NodeMapper = (
  name: string,
  attributes: Readonly<Record<string, string>>,
) => {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Whether what is in it is left out. */
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

/** Markup as plain data that a script can make nodes of, each element as `guest` will have it. */
export function parseHtmlTree(html: string, guest: NodeMapper): readonly NodeTree[] {
  return parseFragment(html).childNodes.flatMap((node) => trees(node, guest));
}
