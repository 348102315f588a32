/** Attributes that name files, on the elements that have them. */
const NAMED = [
  ["href", 'a[href]:not([href^="#"]), link[rel*="icon"], link[rel="manifest"]'],
  ["src", "img[src]"],
  ["srcset", "source[srcset]"],
] as const;

/**
 * Writes out in full every relative link of a page, so that it still leads to its file when the page's address is another. What loads
 * late is found by then, too.
 */
export function writeOut(root: ParentNode, base: string): void {
  for (const [name, selector] of NAMED)
    for (const node of root.querySelectorAll(selector)) {
      const link = node.getAttribute(name) ?? "";
      node.setAttribute(name, new URL(link, base).href);
    }
}
