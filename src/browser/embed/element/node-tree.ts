import type { ElementTuple, NodeTree } from "../../../core/lib/html.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Creates DOM nodes from plain data. No markup is parsed, so the host page's Trusted Types have nothing to reject. */
export function createNodes(
  tree: NodeTree,
  page: Document,
  { wanted, linked }: { readonly wanted: (branch: ElementTuple) => boolean; readonly linked: (href: string) => string },
): Node | null {
  function made(part: NodeTree, svg: boolean): Node | null {
    if (typeof part === "string") return page.createTextNode(part);
    if (!wanted(part)) return null;
    const [name, attributes, ...children] = part;
    const drawn = svg || name === "svg";
    const element = drawn ? page.createElementNS(SVG, name) : page.createElement(name);
    for (const [key, value] of Object.entries(attributes))
      element.setAttribute(key, key === "href" && !value.startsWith("#") ? linked(value) : value);
    for (const child of children) {
      const node = made(child, drawn);
      if (node !== null) element.append(node);
    }
    return element;
  }

  return made(tree, false);
}
