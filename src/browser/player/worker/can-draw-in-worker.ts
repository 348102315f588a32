/** Root font size, px, from which words are set larger than a canvas can follow. */
const LARGE_TYPE = 20;

/** Queries that ask for pictures that stand still. */
export const STILL = ["(prefers-reduced-motion: reduce)", "(forced-colors: active)"];

/**
 * WebKit for Linux frees the textures of a worker's canvas on another thread, and the page's process ends:
 * https://bugs.webkit.org/show_bug.cgi?id=304134
 */
function losesTextures({ vendor, userAgent }: Navigator): boolean {
  return vendor.startsWith("Apple") && userAgent.includes("Linux");
}

/**
 * True where a worker's canvas shows the same as the page's nodes, and nothing asks for pictures that stand still.
 * `root` has the reader's size of type.
 */
export function canDrawInWorker(
  view: Window & typeof globalThis,
  root: Element = view.document.documentElement,
): boolean {
  return (
    typeof view.Worker === "function" &&
    typeof view.OffscreenCanvas === "function" &&
    "transferControlToOffscreen" in view.HTMLCanvasElement.prototype &&
    !losesTextures(view.navigator) &&
    !STILL.some((query) => view.matchMedia(query).matches) &&
    Number.parseFloat(view.getComputedStyle(root).fontSize) < LARGE_TYPE
  );
}
