/** Starts something in a task of its own, so that the browser can paint and hear the reader before it. Returns the undo of either the waiting or the thing. */
export function later(view: Window, start: () => (() => void) | void): () => void {
  let undo: (() => void) | void;
  const timer = view.setTimeout(() => {
    undo = start();
  });
  return () => {
    view.clearTimeout(timer);
    undo?.();
  };
}
