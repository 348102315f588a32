/**
 * Runs `start` in its own task, so that the browser can paint and handle input first. The returned cleanup cancels the
 * task or calls the cleanup that `start` returned.
 */
export function defer(view: Window, start: () => (() => void) | void): () => void {
  let undo: (() => void) | void;
  const timer = view.setTimeout(() => {
    undo = start();
  });
  return () => {
    view.clearTimeout(timer);
    undo?.();
  };
}

/** Calls `heard` in its own task once the page's `load` event is over. Returns a cleanup function. */
export function afterLoad(view: Window, heard: () => void): () => void {
  let timer = 0;

  function wait(): void {
    timer = view.setTimeout(heard);
  }

  if (view.document.readyState === "complete") wait();
  else view.addEventListener("load", wait, { once: true });
  return () => {
    view.removeEventListener("load", wait);
    view.clearTimeout(timer);
  };
}
