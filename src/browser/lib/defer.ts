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

/** Runs `start` once the page has painted its present state, but in a tab that is not seen soon, too. */
export function afterPaint(mount: Mount, start: () => void): void {
  const { view } = mount;
  if (view.document.hidden) return defer(mount, start);
  view.requestAnimationFrame(() => defer(mount, start));
}

export function afterLoad(mount: Mount, heard: () => void): void {
  const { view, signal } = mount;

  function wait(): void {
    defer(mount, heard);
  }

  if (view.document.readyState === "complete") wait();
  else view.addEventListener("load", wait, { once: true, signal });
}
