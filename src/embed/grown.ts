import type { Markup } from "../publish/markup.ts";

/** An element and all in it, made in a page. */
export function grown({ name, attributes, children }: Markup, page: Document): HTMLElement {
  const element = page.createElement(name);
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(key, value === true ? "" : value);
  element.append(...children.map((child) => (typeof child === "string" ? child : grown(child, page))));
  return element;
}
