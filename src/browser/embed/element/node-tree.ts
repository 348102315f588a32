import type { ElementTuple, NodeTree } from "../../../core/lib/html.ts";
import { createElement, createSvgElement } from "../../lib/dom.ts";

/** Creates DOM nodes from plain data. No markup is parsed, so the host page's Trusted Types have nothing to reject. */
export function createNodes(
  tree: NodeTree,
  page: Document,
  { wanted, linked }: { readonly wanted: (branch: ElementTuple) => boolean; readonly linked: (href: string) => string },
): readonly (Node | string)[] {
  function nodes(part: NodeTree, svg: boolean): readonly (Node | string)[] {
    if (typeof part === "string") return [part];
    if (!wanted(part)) return [];
    const [name, attributes, ...children] = part;
    const { href } = attributes;
    const own = href === undefined || href.startsWith("#") ? attributes : { ...attributes, href: linked(href) };
    const drawn = svg || name === "svg";
    const create = drawn ? createSvgElement : createElement;
    return [create(page, name, own, ...children.flatMap((child) => nodes(child, drawn)))];
  }

  return nodes(tree, false);
}
