import type { SendToHost } from "./host-connection.ts";

/** What takes the space bar for itself. */
const TAKERS = "button, input, select, summary, textarea, dialog, [contenteditable]";

/** Share of a window that the space bar scrolls, as browsers have it. */
const STRIDE = 0.875;

/**
 * How far a key scrolls a window of `height` px, px, when it is the space bar and nothing else wants it; null otherwise. A document that its
 * reader may not scroll hands every other key on to the page around, but not this one.
 */
export function spaceBarDistance(event: KeyboardEvent, height: number): number | null {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  const taken = target instanceof Element && target.closest(TAKERS) !== null;
  if (key !== " " || taken || altKey || ctrlKey || metaKey || defaultPrevented) return null;
  return Math.round(height * (shiftKey ? -STRIDE : STRIDE));
}

/**
 * Scrolls the document to where the host orders, at once. What else moves it (a focus, a link, find in page), or would (the space bar), is
 * told, so that the host can follow; so is its height. Returns who hears where to scroll, px.
 */
export function followHostScroll(view: Window, tell: SendToHost): (y: number) => void {
  const { body, documentElement: root } = view.document;
  /** Where the host wants the document; null until it has said so. */
  let wanted: number | null = null;
  let height = 0;

  function measured(): void {
    const next = Math.ceil(body.getBoundingClientRect().height);
    if (next === height) return;
    height = next;
    tell({ type: "height", value: height });
    if (wanted !== null) view.scrollTo({ top: wanted, behavior: "instant" });
  }

  function moved(): void {
    const { scrollY } = view;
    if (wanted === null || Math.abs(scrollY - wanted) < 2) return;
    // At its end, and asked for more: that is no movement of its own.
    if (wanted > scrollY && scrollY >= root.scrollHeight - view.innerHeight - 1) return;
    wanted = scrollY;
    tell({ type: "scroll", value: Math.max(0, Math.round(scrollY)) });
  }

  function pressed(event: KeyboardEvent): void {
    const by = wanted === null ? null : spaceBarDistance(event, view.innerHeight);
    if (wanted === null || by === null) return;
    event.preventDefault();
    tell({ type: "scroll", value: Math.max(0, wanted + by) });
  }

  new ResizeObserver(measured).observe(body);
  view.addEventListener("keydown", pressed);
  view.addEventListener("scroll", moved, { passive: true });
  return (y) => {
    wanted = y;
    view.scrollTo({ top: y, behavior: "instant" });
  };
}
