/** A paragraph of the slip, from a cell of the table of all figures. */
function line(source: Element | null, name: string): HTMLElement | null {
  if (source === null || source.textContent === "") return null;
  const made = source.ownerDocument.createElement("div");
  made.className = name;
  made.append(...[...source.childNodes].map((node) => node.cloneNode(true)));
  return made;
}

/** What a fact's row or a term's entry says, in the slip's order. */
function lines(target: Element): readonly HTMLElement[] {
  const parts =
    target.localName === "tr"
      ? (
          [
            ["th", "what"],
            [".value", "value"],
            ["td:nth-child(3)", "status"],
            ["td:nth-child(4)", "source"],
            ["td:nth-child(5)", "where"],
          ] as const
        ).map(([cell, name]) => line(target.querySelector(cell), name))
      : [line(target, "what"), line(target.nextElementSibling, "source")];
  return parts.filter((part) => part !== null);
}

/**
 * Opens what stands behind a number or a term in a slip at the foot of the screen, without leaving the place.
 * The slip repeats the row or entry that the link leads to, so without this the link works as a link. Returns its undo.
 */
export function slip(root: EventTarget, place: HTMLElement): () => void {
  const { ownerDocument } = place;
  const dialog = ownerDocument.createElement("dialog");
  dialog.className = "slip";
  dialog.setAttribute("aria-label", "出处");
  const close = ownerDocument.createElement("button");
  close.type = "button";
  close.textContent = "收起";
  const shut = (): void => dialog.close();
  close.addEventListener("click", shut);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) shut();
  });
  place.append(dialog);

  function open(event: Event): void {
    if (
      !(event instanceof MouseEvent) ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      !(event.target instanceof Element)
    )
      return;
    const link = event.target.closest("a.fact, a.term");
    const id = link?.getAttribute("href")?.slice(1);
    const target = id === undefined ? null : ownerDocument.getElementById(id);
    if (target === null || typeof dialog.showModal !== "function" || dialog.contains(link)) return;
    event.preventDefault();
    dialog.replaceChildren(...lines(target), close);
    dialog.showModal();
  }

  root.addEventListener("click", open);
  return () => {
    root.removeEventListener("click", open);
    dialog.remove();
  };
}
