import { mountFrame } from "./frame.ts";

let script: HTMLScriptElement | undefined;

/**
 * Makes the figure's content that of an element which shows the story in its stead, once its script, loaded once for a page, is there.
 * Where the host's policy does not let it in, or it cannot be had, the story comes in a frame. Returns the undo of either.
 */
export function mountInline(figure: HTMLElement, home: URL): () => void {
  const element = document.createElement("anyuan-story");
  let stop = (): void => element.replaceWith(...element.childNodes);

  function refused(): void {
    stop();
    stop = mountFrame(figure, home);
  }

  for (const name of ["chapter", "theme", "top"]) element.setAttribute(name, figure.dataset[name] ?? "");
  element.append(...figure.childNodes);
  figure.append(element);
  try {
    if (!script) {
      script = document.createElement("script");
      // Throws under Trusted Types, unless the host has a policy for it.
      script.src = `${home}embed/v1/inline.js`;
      document.head.append(script);
    }
    script.addEventListener("error", refused);
  } catch {
    refused();
  }
  return () => stop();
}
