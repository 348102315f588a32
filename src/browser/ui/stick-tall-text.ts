import type { Mount } from "../lib/defer.ts";

const FOOT = 4;

/** Sticks a text taller than its space by its bottom. Forces layout. */
export function stickTallText(text: HTMLElement, view: Window): void {
  text.style.removeProperty("--own-sticky-top");
  const top = Number.parseFloat(getComputedStyle(text).top);
  const room = view.innerHeight - top - FOOT;
  const over = text.offsetHeight - room;
  if (over > 0) text.style.setProperty("--own-sticky-top", `${Math.floor(top - over)}px`);
}

/** Lets the last line of every text be scrolled into view. */
export function keepTallTextReachable(texts: readonly HTMLElement[], { view, signal }: Mount): void {
  const fit = (text: HTMLElement): void => stickTallText(text, view);

  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) fit(target);
  });
  for (const text of texts) observer.observe(text);
  view.addEventListener("resize", () => texts.forEach(fit), { signal });
  signal.addEventListener("abort", () => observer.disconnect());
}
