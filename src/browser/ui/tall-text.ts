import type { Mount } from "../lib/defer.ts";

const FOOT = 4;

/** Sticks a text taller than its space by its bottom, so that its last line can be scrolled into view. */
export function keepTallTextReachable(texts: readonly HTMLElement[], { view, signal }: Mount): void {
  function fit(text: HTMLElement): void {
    text.style.removeProperty("--own-sticky-top");
    const top = Number.parseFloat(getComputedStyle(text).top);
    const room = view.innerHeight - top - FOOT;
    const over = text.offsetHeight - room;
    if (over > 0) text.style.setProperty("--own-sticky-top", `${Math.floor(top - over)}px`);
  }

  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) fit(target);
  });
  for (const text of texts) observer.observe(text);
  view.addEventListener("resize", () => texts.forEach(fit), { signal });
  signal.addEventListener("abort", () => observer.disconnect());
}
