import type { ElementTree } from "../../core/embed/element-tree.ts";

/** Returns the document or shadow root of a node, for `activeElement` and `elementFromPoint`. */
export function rootOf(node: Node): DocumentOrShadowRoot {
  const root = node.getRootNode();
  return root instanceof ShadowRoot || root instanceof Document ? root : document;
}

export function queryAll<E extends Element>(root: ParentNode, selector: string, type: { new (): E }): readonly E[] {
  return [...root.querySelectorAll(selector)].filter((node): node is E => node instanceof type);
}

/** Returns the first match. Throws `missing element: selector` when there is none. */
export function queryOne<E extends Element>(root: ParentNode, selector: string, type: { new (): E }): E {
  const found = queryAll(root, selector, type)[0];
  if (found === undefined) throw new Error(`missing element: ${selector}`);
  return found;
}

export function createElementTree({ name, attributes, children }: ElementTree, page: Document): HTMLElement {
  const element = page.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(key, value === true ? "" : value);
  element.append(...children.map((child) => (typeof child === "string" ? child : createElementTree(child, page))));
  return element;
}
