import { parseViewMode, type ViewMode } from "../../../core/model/view-mode.ts";

/**
 * Closes the menu on Escape, a press outside and a pointer choice; arrow keys step through the modes and leave it open.
 */
export function initModeMenu(
  details: HTMLDetailsElement,
  first: ViewMode,
  signal: AbortSignal,
  chosen: (mode: ViewMode) => void,
): void {
  const { ownerDocument } = details;
  const inputs = [...details.querySelectorAll("input")];
  // The reader may have chosen before the script ran.
  const early = inputs.find((input) => input.checked && !input.defaultChecked && input.value !== first);
  if (early === undefined) for (const input of inputs) input.checked = input.value === first;
  else {
    details.open = false;
    chosen(parseViewMode(early.value));
  }

  function change({ target }: Event): void {
    if (target instanceof HTMLInputElement) chosen(parseViewMode(target.value));
  }

  function click(event: MouseEvent): void {
    // Arrow keys in a radio group also fire clicks, with `detail` 0.
    if (event.detail > 0 && event.target instanceof Element && event.target.closest("label")) details.open = false;
  }

  function escape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  }

  function outside(event: Event): void {
    if (!event.composedPath().includes(details)) details.open = false;
  }

  details.addEventListener("change", change, { signal });
  details.addEventListener("click", click, { signal });
  details.addEventListener("keydown", escape, { signal });
  ownerDocument.addEventListener("pointerdown", outside, { signal });
  ownerDocument.addEventListener("focusin", outside, { signal });
}
