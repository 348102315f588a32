import { parseViewMode } from "../../core/model/view-mode.ts";

/**
 * Tells the script in the head that the page's own has started. If that one has waited in vain (`data-late`) and shows
 * the static page, restores its view mode, or shows the article to a reader who has left the top.
 */
export function restoreLateMode(root: HTMLElement, view: Window): void {
  const { late } = root.dataset;
  root.dataset["started"] = "";
  if (late === undefined) return;
  delete root.dataset["late"];
  const mode = view.scrollY < view.innerHeight / 2 ? parseViewMode(late) : "article";
  root.dataset["mode"] = mode;
  root.classList.toggle("enhanced", mode !== "article");
}
