/** Root font size, px, from which words are set larger than a canvas can follow. */
const LARGE_TYPE = 20;

/** Queries that ask for pictures that stand still. */
export const STILL = ["(prefers-reduced-motion: reduce)", "(forced-colors: active)"];

/** True where a worker's canvas shows the same as the page's nodes, and nothing asks for pictures that stand still. */
export function canDrawInWorker(view: Window & typeof globalThis): boolean {
  const { documentElement } = view.document;
  return (
    typeof view.Worker === "function" &&
    typeof view.OffscreenCanvas === "function" &&
    "transferControlToOffscreen" in view.HTMLCanvasElement.prototype &&
    !STILL.some((query) => view.matchMedia(query).matches) &&
    Number.parseFloat(view.getComputedStyle(documentElement).fontSize) < LARGE_TYPE
  );
}
