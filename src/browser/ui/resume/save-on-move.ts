import type { Mount } from "../../lib/defer.ts";

/** Rest after the last scroll, ms: nothing is written while the page moves. */
const REST = 300;

/** Calls `keep` after scrolling and whenever the page may be discarded. The returned function reports other moves. */
export function saveOnMove({ view, signal }: Mount, keep: () => void): () => void {
  let timer = 0;
  let due = 0;
  let ever = false;

  function write(): void {
    view.clearTimeout(timer);
    timer = 0;
    if (ever) keep();
  }

  function check(): void {
    const left = due - view.performance.now();
    if (left > 0) timer = view.setTimeout(check, left);
    else write();
  }

  function moved(): void {
    ever = true;
    due = view.performance.now() + REST;
    if (timer === 0) timer = view.setTimeout(check, REST);
  }

  view.addEventListener("scroll", moved, { passive: true, signal });
  view.addEventListener("pagehide", write, { signal });
  view.document.addEventListener("visibilitychange", write, { signal });
  signal.addEventListener("abort", () => view.clearTimeout(timer));
  return moved;
}
