import { mountFrame } from "./mount-frame.ts";

let script: HTMLScriptElement | undefined;

/** Falls back to an iframe when the element's script, loaded once per page, is blocked or fails to load. */
export function mountInline(figure: HTMLElement, home: URL): () => void {
  const element = document.createElement(`${STORY_NAME}-story`);
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
      // Throws under Trusted Types unless the host has a default policy.
      script.src = `${home}embed/v1/inline.js`;
      document.head.append(script);
    }
    script.addEventListener("error", refused);
  } catch {
    refused();
  }
  return () => stop();
}
