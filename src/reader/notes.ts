import { lines } from "./lines.ts";

/** The sources of a step's numbers and terms as its footnotes, in the order they are met, each under the number its marks bear; null where it has none. */
export function notes(step: Element, root: ParentNode): HTMLElement | null {
  const made = step.ownerDocument.createElement("ol");
  made.className = "notes";
  for (const link of step.querySelectorAll<HTMLElement>("a[data-n]")) {
    const number = link.dataset["n"] ?? "";
    const target = root.querySelector(link.getAttribute("href") ?? "");
    if (target === null || made.querySelector(`[value="${number}"]`) !== null) continue;
    const note = made.appendChild(step.ownerDocument.createElement("li"));
    note.setAttribute("value", number);
    note.append(...lines(target));
  }
  return made.childElementCount === 0 ? null : made;
}
