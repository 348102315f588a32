import type { Asked } from "./attributes.ts";

let script: HTMLScriptElement | undefined;

/** Loads the story's own script into the host's page, once. Throws where the host's policy refuses it. */
function engine(home: string): HTMLScriptElement {
  if (script) return script;
  const address = `${home}embed/v1/inline.js`;
  const made = document.createElement("script");
  const policy = window.trustedTypes?.createPolicy("anyuan-embed", { createScriptURL: (url) => url });
  made.src = policy?.createScriptURL(address) ?? address;
  document.head.append(made);
  return (script = made);
}

/**
 * Puts the story itself into the figure, as an element that hides what stands beside it once its script is there; calls `refused` where that
 * cannot be. Returns its undo.
 */
export function inlined(figure: HTMLElement, home: string, want: Asked, refused: () => void): () => void {
  const element = document.createElement("anyuan-story");
  for (const [name, value] of Object.entries({ ...want, home })) element.setAttribute(name, `${value}`);
  try {
    engine(home).addEventListener("error", refused);
    figure.append(element);
  } catch {
    refused();
  }
  return () => element.remove();
}
