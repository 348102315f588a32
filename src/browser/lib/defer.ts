/** Starts something in a task of its own, so that the browser can paint and hear the reader before it. Returns the undo of either the waiting or the thing. */
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

/** Calls back, in a task of its own, once the browser has ended the loading of the page. Returns its undo. */
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
