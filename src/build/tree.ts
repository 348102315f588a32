import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import type { Branch, Tree } from "../embed/nodes.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What an element of the page becomes in another's page: its name and attributes, or null where it is left out. */
export type Guest = (
  name: string,
  attributes: Readonly<Record<string, string>>,
) => {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Whether what is in it is left out. */
  readonly bare?: boolean;
} | null;

function branch(element: Element, guest: Guest): readonly Tree[] {
  const found = guest(element.tagName, Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])));
  if (found === null) return [];
  const { name, attributes, bare = false } = found;
  const children = bare ? [] : element.childNodes.flatMap((node) => trees(node, guest));
  const made: Branch = [name, attributes, ...children];
  return [made];
}

function trees(node: Node, guest: Guest): readonly Tree[] {
  if ("tagName" in node) return branch(node, guest);
  return "value" in node ? [node.value] : [];
}

/** Markup as plain data that a script can make nodes of, each element as `guest` will have it. */
export function tree(html: string, guest: Guest): readonly Tree[] {
  return parseFragment(html).childNodes.flatMap((node) => trees(node, guest));
}
