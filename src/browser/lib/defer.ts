export interface Mount {
  readonly view: Window;
  readonly signal: AbortSignal;
}

/** Runs `start` in its own task, so that the browser can paint and handle input first. */
export function defer({ view, signal }: Mount, start: () => void): void {
  view.setTimeout(() => {
    if (!signal.aborted) start();
  });
}

export function afterLoad(mount: Mount, heard: () => void): void {
  const { view, signal } = mount;

  function wait(): void {
    defer(mount, heard);
  }

  if (view.document.readyState === "complete") wait();
  else view.addEventListener("load", wait, { once: true, signal });
}
