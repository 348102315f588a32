/** Classes of a page behind an open dialog: where its scroll bar takes room, that room is kept. */
const BEHIND = ["dialog-open", "dialog-open-scrollbar"] as const;

/**
 * Stops the scroll of a page behind a dialog, and keeps its widths. Returns the function that gives it back; behind a
 * second dialog both do nothing.
 */
export function stopBackgroundScroll(root: HTMLElement, view: Window): () => void {
  if (BEHIND.some((name) => root.classList.contains(name))) return () => undefined;
  const bar = view.innerWidth - root.ownerDocument.documentElement.clientWidth;
  // A custom property restyles the whole page.
  if (bar > 0) root.style.setProperty("--bar", `${bar}px`);
  root.classList.add(BEHIND[bar > 0 ? 1 : 0]);
  return () => root.classList.remove(...BEHIND);
}
