/**
 * Returns a function that falls back to the static page: text and stills. It ends the mount, and throws what made it
 * fail.
 */
export function createStaticFallback(root: HTMLElement, controller: AbortController): (error: unknown) => never {
  return (error) => {
    controller.abort();
    root.classList.remove("enhanced");
    delete root.dataset["mode"];
    throw error;
  };
}
