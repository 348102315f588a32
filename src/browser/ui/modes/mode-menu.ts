import { parseViewMode, type ViewMode } from "../../../core/model/view-mode.ts";
import { queryAll } from "../../lib/dom.ts";

interface Parts {
  readonly root: Document | ShadowRoot | HTMLElement;
  readonly menu: HTMLDetailsElement;
}

/**
 * Closes the menu on Escape, a press outside and a pointer choice; arrow keys step through the modes and leave it open.
 * `chosen` gets the mode, and the hash of a link that names a place to read on. The returned function marks a mode as
 * the current one.
 */
export function initModeControls(
  { root, menu }: Parts,
  first: ViewMode,
  signal: AbortSignal,
  chosen: (mode: ViewMode, place: string) => void,
): (mode: ViewMode) => void {
  const { ownerDocument } = menu;
  const inputs = [...menu.querySelectorAll("input")];
  const choices = queryAll(root, "button[data-read]", HTMLButtonElement);
  // The reader may have chosen before the script ran.
  const early = inputs.find((input) => input.checked && !input.defaultChecked && input.value !== first);
  if (early === undefined) show(first);
  else {
    menu.open = false;
    choose(parseViewMode(early.value));
  }

  function show(mode: ViewMode): void {
    for (const input of inputs) input.checked = input.value === mode;
    for (const button of choices) button.setAttribute("aria-pressed", String(button.dataset["read"] === mode));
  }

  function choose(mode: ViewMode, place = ""): void {
    show(mode);
    chosen(mode, place);
  }

  function change({ target }: Event): void {
    if (target instanceof HTMLInputElement) choose(parseViewMode(target.value));
  }

  function click(event: MouseEvent): void {
    // Arrow keys in a radio group also fire clicks, with `detail` 0.
    if (event.detail > 0 && event.target instanceof Element && event.target.closest("label")) menu.open = false;
  }

  function escape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }

  function outside(event: Event): void {
    if (!event.composedPath().includes(menu)) menu.open = false;
  }

  /** A link with a modifier key opens its place in another tab, as any link does. */
  function press(event: Event): void {
    const control = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-read]") : null;
    if (control === null || !(event instanceof MouseEvent)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    choose(parseViewMode(control.dataset["read"]), control instanceof HTMLAnchorElement ? control.hash : "");
  }

  menu.addEventListener("change", change, { signal });
  menu.addEventListener("click", click, { signal });
  menu.addEventListener("keydown", escape, { signal });
  root.addEventListener("click", press, { signal });
  ownerDocument.addEventListener("pointerdown", outside, { signal });
  ownerDocument.addEventListener("focusin", outside, { signal });
  return show;
}
