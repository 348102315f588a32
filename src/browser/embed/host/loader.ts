import { mountFrame } from "./mount-frame.ts";
import { mountInline } from "./mount-inline.ts";

function load(home: URL): void {
  const figures = new Map<HTMLElement, () => void>();

  function look(): void {
    for (const [figure, stop] of figures)
      if (!figure.isConnected) {
        figures.delete(figure);
        stop();
      }
    for (const figure of document.querySelectorAll<HTMLElement>(`[data-${STORY_NAME}]:not([data-mode=static])`))
      if (!figures.has(figure))
        figures.set(
          figure,
          (figure.dataset["mode"] === "inline" && !figure.dataset["step"] ? mountInline : mountFrame)(figure, home),
        );
  }

  // Wait one frame: render-blocking stylesheets have loaded by then, so figures have their final size.
  requestAnimationFrame(() => {
    new MutationObserver(look).observe(document, { childList: true, subtree: true });
    look();
  });
}

const script = document.currentScript;
// The first loader marks the document; later copies of the script then do nothing.
if (!(STORY_NAME in document) && script && "src" in script)
  Reflect.set(document, STORY_NAME, load(new URL("../../", script.src)));
