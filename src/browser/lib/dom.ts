import type { ElementTree } from "../../core/embed/element-tree.ts";

/** The tree that a node stands in, page or shadow root: each knows its own focus, and what of it lies at a point of the window. */
export function rootOf(node: Node): DocumentOrShadowRoot {
  const root = node.getRootNode();
  return root instanceof ShadowRoot || root instanceof Document ? root : document;
}

/** All elements of a kind. */
export function queryAll<E extends Element>(root: ParentNode, selector: string, type: { new (): E }): readonly E[] {
  return [...root.querySelectorAll(selector)].filter((node): node is E => node instanceof type);
}

/** The one element of a kind. Throws `missing element: selector` when there is none. */
export function queryOne<E extends Element>(root: ParentNode, selector: string, type: { new (): E }): E {
  const found = queryAll(root, selector, type)[0];
  if (found === undefined) throw new Error(`missing element: ${selector}`);
  return found;
}

/** An element and all in it, made in a page. */
export function createElementTree({ name, attributes, children }: ElementTree, page: Document): HTMLElement {
  const element = page.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(key, value === true ? "" : value);
  element.append(...children.map((child) => (typeof child === "string" ? child : createElementTree(child, page))));
  return element;
}
