import type { Mount } from "../../lib/defer.ts";

const INTERVAL = 600;

/** Calls `keep` after scrolling and whenever the page may be discarded. The returned function reports other moves. */
export function saveOnMove({ view, signal }: Mount, keep: () => void): () => void {
  let timer = 0;
  let ever = false;

  function write(): void {
    view.clearTimeout(timer);
    timer = 0;
    if (ever) keep();
  }

  function moved(): void {
    ever = true;
    if (timer === 0) timer = view.setTimeout(write, INTERVAL);
  }

  view.addEventListener("scroll", moved, { passive: true, signal });
  view.addEventListener("pagehide", write, { signal });
  view.document.addEventListener("visibilitychange", write, { signal });
  signal.addEventListener("abort", () => view.clearTimeout(timer));
  return moved;
}
