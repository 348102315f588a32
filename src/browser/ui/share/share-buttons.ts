import type { ShareContext } from "./payload.ts";

/**
 * Shares a chapter, the story by its cover, a fact (`fact-` and its id) or, if empty, the current step. The code loads
 * at the first click; on failure the browser follows the link to the picture.
 */
export function initShareButtons(parts: ShareContext, signal: AbortSignal): void {
  function press(event: Event): void {
    if (!(event instanceof MouseEvent) || !(event.target instanceof Element)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const control = event.target.closest<HTMLAnchorElement>("a[data-share]");
    if (control === null) return;
    event.preventDefault();
    import("./share.ts")
      .then(({ share }) => share(control, parts))
      .catch(() => parts.view.location.assign(control.href));
  }

  parts.root.addEventListener("click", press, { signal });
}
