import type { Mount } from "../lib/defer.ts";

const FOOT = 4;

/** Sticks a text taller than its space by its bottom. Forces layout. */
export function stickTallText(text: HTMLElement, view: Window): void {
  text.style.removeProperty("--own-sticky-top");
  const top = Number.parseFloat(getComputedStyle(text).top);
  const { scrollPaddingBottom } = getComputedStyle(text.ownerDocument.documentElement);
  // A bar at the window's foot takes its part.
  const room = view.innerHeight - top - FOOT - (Number.parseFloat(scrollPaddingBottom) || 0);
  const over = text.offsetHeight - room;
  if (over > 0) text.style.setProperty("--own-sticky-top", `${Math.floor(top - over)}px`);
}

/** Lets the last line of every text be scrolled into view. */
export function keepTallTextReachable(texts: readonly HTMLElement[], { view, signal }: Mount): void {
  const fit = (text: HTMLElement): void => stickTallText(text, view);

  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) fit(target);
  });

  /** The observer hears of each text that it begins to observe, but only where its step is laid out. */
  function observe(): void {
    observer.disconnect();
    for (const text of texts) observer.observe(text);
  }

  observe();
  view.addEventListener("resize", observe, { signal });
  signal.addEventListener("abort", () => observer.disconnect());
}
