/** Calls back, in a task of its own, once the browser has ended the loading of the page. Returns its undo. */
export function loaded(view: Window, heard: () => void): () => void {
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
