import { mountFrame } from "./frame.ts";
import { mountInline } from "./inline.ts";

declare global {
  interface Document {
    /** A second loader leaves the figures of a document alone that bears this mark. */
    anyuan?: boolean;
  }
}

/** Makes every figure of the page that asks for the story into it, those that come later too; what leaves the page ends. */
function load(home: URL): void {
  /** The figures that are looked after, and how to end that. */
  const figures = new Map<HTMLElement, readonly [parent: Element | null, stop: () => void]>();

  function look(): void {
    for (const [figure, [parent, stop]] of figures)
      // What was moved may stand otherwise: it begins anew.
      if (!figure.isConnected || figure.parentElement !== parent) {
        stop();
        figures.delete(figure);
      }
    for (const figure of document.querySelectorAll<HTMLElement>("[data-anyuan]:not([data-mode=static])"))
      if (!figures.has(figure)) {
        const { dataset, parentElement } = figure;
        const upgrade = dataset["mode"] === "inline" && !dataset["step"] ? mountInline : mountFrame;
        figures.set(figure, [parentElement, upgrade(figure, home)]);
      }
  }

  // A browser draws nothing, and runs this not, until the sheets of the page's head are there: before that no figure stands as it will.
  requestAnimationFrame(() => {
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    look();
  });
}

const script = document.currentScript;
if (script && "src" in script && !document.anyuan) {
  document.anyuan = true;
  load(new URL("../../", script.src));
}
