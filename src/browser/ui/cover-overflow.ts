/** Keeps a copy of the stage only while it is in view: browsers rebuild a `<use>` at every change, visible or not. */
export function renderOverflowWhenVisible(place: SVGSVGElement, signal: AbortSignal): void {
  const copies = [...place.children];
  const observer = new IntersectionObserver((seen) =>
    place.replaceChildren(...(seen.at(-1)?.isIntersecting === true ? copies : [])),
  );
  observer.observe(place);
  signal.addEventListener("abort", () => {
    observer.disconnect();
    place.replaceChildren(...copies);
  });
}
