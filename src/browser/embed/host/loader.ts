import { mountFrame } from "./frame.ts";
import { mountInline } from "./inline.ts";

declare global {
  interface Document {
    /** Set by the first loader; later copies of the script then do nothing. */
    anyuan?: boolean;
  }
}

/** Upgrades every `[data-anyuan]` figure, also those inserted later, and cleans up after removed ones. */
function load(home: URL): void {
  const figures = new Map<HTMLElement, readonly [parent: Element | null, stop: () => void]>();

  function look(): void {
    for (const [figure, [parent, stop]] of figures)
      // A moved figure may have another scroll container: it is mounted again.
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

  // Wait one frame: render-blocking stylesheets have loaded by then, so figures have their final size.
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
