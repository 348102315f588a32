/** Shortest time between saves while the reader moves, ms. */
const INTERVAL = 600;

/** Calls `keep` after scrolling, throttled, and whenever the page may be discarded. `moved` reports other movements. */
export function saveOnMove(view: Window, keep: () => void): { readonly moved: () => void; readonly stop: () => void } {
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

  view.addEventListener("scroll", moved, { passive: true });
  view.addEventListener("pagehide", write);
  view.document.addEventListener("visibilitychange", write);
  return {
    moved,
    stop() {
      view.clearTimeout(timer);
      view.removeEventListener("scroll", moved);
      view.removeEventListener("pagehide", write);
      view.document.removeEventListener("visibilitychange", write);
    },
  };
}
