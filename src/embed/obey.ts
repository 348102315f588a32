import type { Tell } from "./child.ts";
import { stride } from "./space.ts";

/**
 * Scrolls the document to where the host orders, at once. What else moves it (a focus, a link, find in page), or would (the space bar), is
 * told, so that the host can follow; so is its height. Returns who hears where to scroll, px.
 */
export function obey(view: Window, tell: Tell): (y: number) => void {
  const { body, documentElement: root } = view.document;
  /** Where the host wants the document; null until it has said so. */
  let wanted: number | null = null;
  let height = 0;

  function measured(): void {
    const next = Math.ceil(body.getBoundingClientRect().height);
    if (next === height) return;
    height = next;
    tell({ t: "height", n: height });
    if (wanted !== null) view.scrollTo({ top: wanted, behavior: "instant" });
  }

  function moved(): void {
    const { scrollY } = view;
    if (wanted === null || Math.abs(scrollY - wanted) < 2) return;
    // At its end, and asked for more: that is no movement of its own.
    if (wanted > scrollY && scrollY >= root.scrollHeight - view.innerHeight - 1) return;
    wanted = scrollY;
    tell({ t: "goto", n: Math.max(0, Math.round(scrollY)) });
  }

  function pressed(event: KeyboardEvent): void {
    const by = wanted === null ? null : stride(event, view.innerHeight);
    if (wanted === null || by === null) return;
    event.preventDefault();
    tell({ t: "goto", n: Math.max(0, wanted + by) });
  }

  new ResizeObserver(measured).observe(body);
  view.addEventListener("keydown", pressed);
  view.addEventListener("scroll", moved, { passive: true });
  return (y) => {
    wanted = y;
    view.scrollTo({ top: y, behavior: "instant" });
  };
}
