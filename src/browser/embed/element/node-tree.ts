import type { ElementTuple, NodeTree } from "../../../core/lib/html.ts";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes nodes of plain data, one by one: no markup is parsed, so that policies of the page it happens in have nothing to forbid.
 * `wanted` may leave an element out, `linked` says where a relative link leads.
 */
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
