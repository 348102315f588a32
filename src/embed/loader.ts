import { framed } from "./framed.ts";
import { inlined } from "./inlined.ts";

/** Marks a document whose figures are looked after: a second loader leaves them alone. */
const SIGN = "anyuan";

/** Makes a figure what it asks for; returns the undo. */
function upgraded(figure: HTMLElement, home: string): () => void {
  const { mode, step } = figure.dataset;
  if (mode === "static") return () => undefined;
  return (mode === "inline" && !step ? inlined : framed)(figure, home);
}

/** Makes every figure of the page that asks for the story into it, those that come later too; what leaves the page ends. */
function load(home: string): void {
  /** The figures that are looked after, and how to end that. */
  const figures = new Map<HTMLElement, readonly [parent: ParentNode | null, stop: () => void]>();

  function look(): void {
    for (const [figure, [parent, stop]] of figures)
      // What was moved may stand otherwise: it begins anew.
      if (!figure.isConnected || figure.parentNode !== parent) {
        stop();
        figures.delete(figure);
      }
    for (const figure of document.querySelectorAll<HTMLElement>("[data-anyuan]"))
      if (!figures.has(figure)) figures.set(figure, [figure.parentNode, upgraded(figure, home)]);
  }

  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  look();
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !(SIGN in document)) {
  Reflect.set(document, SIGN, true);
  load(new URL("../../", script.src).href);
}
