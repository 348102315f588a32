import type { ShareContext } from "./payload.ts";

/**
 * Lets every `data-share` control share its place: the id of a chapter, `fact-` and the id of a figure, or nothing for where the reader is.
 * All that takes is loaded at the first press; when it cannot be had, the control is the plain link to a picture that it is without a script.
 * Returns its undo.
 */
export function initShareButtons(parts: ShareContext): () => void {
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

  parts.root.addEventListener("click", press);
  return () => parts.root.removeEventListener("click", press);
}
