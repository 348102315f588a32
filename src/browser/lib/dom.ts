/** Returns the document or shadow root of a node, for `activeElement` and `elementFromPoint`. */
export function rootOf(node: Node): DocumentOrShadowRoot {
  const root = node.getRootNode();
  return root instanceof ShadowRoot || root instanceof Document ? root : document;
}

export function queryAll<E extends Element>(root: ParentNode, selector: string, type: { new (): E }): readonly E[] {
  return [...root.querySelectorAll(selector)].filter((node): node is E => node instanceof type);
}

/** Throws `missing element: selector`. */
export function queryOne<E extends Element>(root: ParentNode, selector: string, type: { new (): E }): E {
  const found = queryAll(root, selector, type)[0];
  if (found === undefined) throw new Error(`missing element: ${selector}`);
  return found;
}

type Attributes = Readonly<Record<string, string | true | undefined>>;
type Children = readonly (Node | string)[];

function complete<E extends Element>(element: E, attributes: Attributes, children: Children): E {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, value === true ? "" : value);
  element.append(...children);
  return element;
}

export function createElement<N extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: N,
  attributes: Attributes,
  ...children: Children
): HTMLElementTagNameMap[N];
export function createElement(page: Document, name: string, attributes: Attributes, ...children: Children): HTMLElement;
export function createElement(
  page: Document,
  name: string,
  attributes: Attributes,
  ...children: Children
): HTMLElement {
  return complete(page.createElement(name), attributes, children);
}

export function createSvgElement<N extends keyof SVGElementTagNameMap>(
  page: Document,
  name: N,
  attributes: Attributes,
  ...children: Children
): SVGElementTagNameMap[N];
export function createSvgElement(
  page: Document,
  name: string,
  attributes: Attributes,
  ...children: Children
): SVGElement;
export function createSvgElement(
  page: Document,
  name: string,
  attributes: Attributes,
  ...children: Children
): SVGElement {
  return complete(page.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}
