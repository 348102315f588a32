import { mountFrame } from "./mount-frame.ts";

/**
 * Imports the element's script, which browsers do once per page, and falls back to an iframe when it is blocked, fails
 * to load, or fails in the host's page.
 */
export function mountInline(figure: HTMLElement, home: URL): () => void {
  const element = document.createElement(`${STORY_NAME}-story`);
  let stop = (): void => element.replaceWith(...element.childNodes);

  const fallBack = (): void => {
    // A figure that is gone by now has been put back already, and nobody would end its iframe.
    if (!element.isConnected) return;
    stop();
    stop = mountFrame(figure, home);
  };

  element.addEventListener("error", fallBack);
  element.append(...figure.childNodes);
  figure.append(element);
  import(/* @vite-ignore */ `${home}embed/v1/inline.js`).catch(fallBack);
  return () => stop();
}
