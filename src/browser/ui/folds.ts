import type { PageEnvironment } from "./environment.ts";

/**
 * Opens the folded part that a followed link or the address leads into: not every browser does, and none opens a part
 * that is itself the target. Create it after every listener that prevents a link's default.
 */
export function openFoldsOnArrival(
  root: Document | ShadowRoot | HTMLElement,
  after: HTMLElement,
  { view, signal, isReturning }: Pick<PageEnvironment, "view" | "signal" | "isReturning">,
): void {
  function open(hash: string, scroll: boolean): void {
    const target = hash.length > 1 ? after.querySelector(`#${CSS.escape(hash.slice(1))}`) : null;
    const fold = target?.closest("details") ?? target?.querySelector<HTMLDetailsElement>(":scope > details");
    if (!target || !fold) return;
    const hidden = !fold.open && fold.contains(target);
    fold.open = true;
    if (hidden || scroll) target.scrollIntoView({ behavior: "instant" });
  }

  function follow({ target, defaultPrevented }: Event): void {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (link !== null && !defaultPrevented) open(link.hash, false);
  }

  function change({ newURL }: HashChangeEvent): void {
    open(new URL(newURL).hash, false);
  }

  root.addEventListener("click", follow, { signal });
  view.addEventListener("hashchange", change, { signal });
  // A reload and a way back restore the reader's own place.
  open(view.location.hash, !isReturning);
}
