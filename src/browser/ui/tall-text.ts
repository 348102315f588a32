/** Room kept below a parked text, px. */
const FOOT = 8;

/**
 * A text too tall for its place below or beside the picture (large type, an opened table) is parked by its foot instead of its head,
 * so that scrolling always brings its last line into view. Returns its undo.
 */
export function keepTallTextReachable(texts: readonly HTMLElement[], view: Window): () => void {
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
  const all = (): void => texts.forEach(fit);
  for (const text of texts) observer.observe(text);
  view.addEventListener("resize", all);
  return () => {
    observer.disconnect();
    view.removeEventListener("resize", all);
  };
}
