import type { SendToHost } from "./host-connection.ts";

const TAKERS = "button, input, select, summary, textarea, dialog, [contenteditable]";

const STRIDE = 0.875;

/**
 * Returns the distance that the space bar scrolls, px; null for other keys and for targets that use it. Browsers pass
 * other scroll keys of an unscrollable iframe on to the parent page, but not this one.
 */
function spaceBarDistance(event: KeyboardEvent, height: number): number | null {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  const taken = target instanceof Element && target.closest(TAKERS) !== null;
  if (key !== " " || taken || altKey || ctrlKey || metaKey || defaultPrevented) return null;
  return Math.round(height * (shiftKey ? -STRIDE : STRIDE));
}

/**
 * Scrolls to the host's position and reports scrolls that start in the frame: focus, links, find in page, space bar.
 */
export function followHostScroll(view: Window, tell: SendToHost): (y: number) => void {
  const { body, documentElement: root } = view.document;
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
    // The host's offset is beyond the end: the document did not scroll by itself.
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
